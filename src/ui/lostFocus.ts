/** Marks what takes the focus first where something around it was taken out. */
export const takesLostFocus = { "data-takes-lost-focus": "" };

/** Has the focus only because what had it was taken out: whatever knows better may take it away. */
export const fallen = new WeakSet<Element>();
