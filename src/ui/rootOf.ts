/** What an element stands in: the document or, in someone else's page, the shadow root that holds the product. */
export function rootOf(element: Node): Document | ShadowRoot {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root : (element.ownerDocument ?? document);
}

/** Whether something in a page of the product's own, or within the product, has the focus: no other page may lose it. */
export function mayTakeFocus(element: Node): boolean {
  const root = rootOf(element);
  return root instanceof Document || root.activeElement !== null;
}
