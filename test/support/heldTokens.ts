/** What keeps a portal's answers to whoever asks it for an access token. */
export function createHeldTokens() {
  let held = Promise.resolve();
  let release = () => {};
  return {
    /** Resolves when the one who asks now may be answered. */
    free: () => held,
    release: () => release(),
    controls: {
      /** Answers nobody who asks for an access token until the function that it gives is called. */
      holdTokens: () => {
        held = new Promise((resolve) => {
          release = resolve;
        });
        return release;
      },
      /** Whoever was kept waiting stays so; the next is answered. */
      forsakeHeld: () => {
        held = Promise.resolve();
      },
    },
  };
}
