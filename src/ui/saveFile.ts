/** A browser may read a file that it saves some time after it was told to. */
const savingMs = 60_000;

/** Has the browser of `document` save a file, wherever it saves what is downloaded. */
export function saveFile(document: Document, name: string, parts: readonly string[], type: string): void {
  const url = URL.createObjectURL(new Blob([...parts], { type }));
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), savingMs);
}
