/** What an element stands in: the document or, in someone else's page, the shadow root that holds the product. */
export function rootOf(element: Node): Document | ShadowRoot {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root : (element.ownerDocument ?? document);
}

/** Whether the page is the product's own, or the focus is within the product already: no other page may lose it. */
export function mayTakeFocus(element: Node): boolean {
  const root = rootOf(element);
  if (!(root instanceof Document)) return root.activeElement !== null;
  const isFramed = root.defaultView?.parent !== root.defaultView;
  return !isFramed || root.hasFocus();
}
