import { useState } from "react";
import { createRoot } from "react-dom/client";
import "vpp-revocation-monitor/element";
import type {} from "vpp-revocation-monitor/element/jsx";

/** A portal that writes the custom element into its JSX. */
function ElementPortal() {
  const [view, setView] = useState("");
  return (
    <>
      <output aria-label="View">{view}</output>
      <vpp-revocation-monitor
        locale="ru"
        getAccessToken={async () => "token-a"}
        initialView="q=campus"
        onviewchange={({ detail }) => setView(detail.view)}
      />
    </>
  );
}

const place = document.getElementById("portal");
if (place !== null) createRoot(place).render(<ElementPortal />);
