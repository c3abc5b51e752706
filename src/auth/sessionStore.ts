/**
 * `sessionStorage`, which can throw at any touch: blocked site data, a cross-site frame, a full quota.
 * `null`: no value, or none that can be read.
 */
export function readSessionValue(key: string): string | null {
  try {
    return window.sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Whether the value was kept. */
export function writeSessionValue(key: string, value: string): boolean {
  try {
    window.sessionStorage.setItem(key, value);
    return window.sessionStorage.getItem(key) === value;
  } catch {
    return false;
  }
}
