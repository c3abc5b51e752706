/**
 * Of what is running and moves. They mean something, so they stay Fluent's blue where a portal's brand colour takes the
 * place of the other brand colours: a red brand must not make what runs look failed. Plain script: styles are worked
 * out while building, by what reads no types.
 */
export const runningColors = {
  background: "var(--runningBackground, var(--colorBrandBackground2))",
  stroke: "var(--runningStroke, var(--colorBrandStroke1))",
  mark: "var(--runningMark, var(--colorBrandForeground1))",
  words: "var(--runningWords, var(--colorBrandForeground2))",
};
