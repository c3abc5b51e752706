import { makeStyles } from "@fluentui/react-components";
import { type ReactNode, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";

interface PrintedProps {
  /** Where the page is. */
  readonly document: Document;
  readonly children: ReactNode;
}

/**
 * What the printer gets in place of everything else in the document; on the screen it is not there. It stands beside
 * the page, so that whatever surrounds the product is left out as well.
 */
export function Printed({ document, children }: PrintedProps) {
  const { place: placeClass, unprinted } = useStyles();
  const [place] = useState(() => document.createElement("div"));
  useLayoutEffect(() => {
    const others = [...document.body.children];
    const classes = unprinted.split(" ");
    place.className = placeClass;
    for (const { classList } of others) classList.add(...classes);
    document.body.append(place);
    return () => {
      for (const { classList } of others) classList.remove(...classes);
      place.remove();
    };
  }, [document, place, placeClass, unprinted]);
  return createPortal(children, place);
}

const useStyles = makeStyles({
  place: { "@media screen": { display: "none" } },
  unprinted: { "@media print": { display: "none !important" } },
});
