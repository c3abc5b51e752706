import { createPageAnswers } from "./answerPages.ts";
import type { FromListWorker, ToListWorker } from "./messages.ts";

/** The worker's own script; only the page that started it can send it anything. */
const receive = createPageAnswers(
  (input, init) => fetch(input, init),
  (message: FromListWorker) => postMessage(message),
);
addEventListener("message", ({ data }: MessageEvent<ToListWorker>) => void receive(data));
