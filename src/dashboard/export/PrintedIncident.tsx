import { makeStyles } from "@fluentui/react-components";
import { useText } from "../../i18n/useText.ts";
import type { Incident } from "./incident.ts";

interface PrintedIncidentProps {
  readonly incident: Incident;
  readonly link: string | null;
}

/** One revocation on paper. Addresses are written out, since nobody can press them there. */
export function PrintedIncident({ incident, link }: PrintedIncidentProps) {
  const styles = useStyles();
  const text = useText();
  const { name, place, state, reason, progress, times, happened, evidence, steps, links, advice } = incident;
  return (
    <section className={styles.root}>
      <h3 className={styles.name}>{place === null ? name : `${name} (${place})`}</h3>
      <p>
        <strong>{state}</strong>. {reason !== null && `${reason}. `}
        {progress}
      </p>
      <p>{times.map(({ term, value }) => `${term}: ${value}`).join(" · ")}</p>
      <h4 className={styles.heading}>{text("details.whatHappened")}</h4>
      {happened.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {evidence.length > 0 && (
        <ul className={styles.list} aria-label={text("details.evidence")}>
          {evidence.map(({ term, value, verdict }) => (
            <li key={term}>
              {term}: {value} ({verdict})
            </li>
          ))}
        </ul>
      )}
      <h4 className={styles.heading}>{text("details.whatToDo")}</h4>
      <ol className={styles.list}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {advice.length > 0 && (
        <ul className={styles.list} aria-label={text("details.thisToken")}>
          {advice.map(({ title, advice: words }) => (
            <li key={title}>
              <strong>{title}</strong> {words}
            </li>
          ))}
        </ul>
      )}
      <ul className={styles.list}>
        {links.map(({ words, url, path }) => (
          <li key={url}>
            {words}: {url}
            {path !== null && ` › ${path}`}
          </li>
        ))}
        {link !== null && (
          <li>
            {text("export.summary.link")}: {link}
          </li>
        )}
      </ul>
    </section>
  );
}

const useStyles = makeStyles({
  root: { borderTop: "0.5pt solid #777", paddingTop: "6pt", marginTop: "10pt", overflowWrap: "anywhere" },
  name: { margin: "0 0 4pt", fontSize: "12pt", breakAfter: "avoid" },
  heading: { margin: "6pt 0 2pt", fontSize: "10pt", breakAfter: "avoid" },
  list: { margin: "0 0 6pt", paddingInlineStart: "16pt", "& li": { breakInside: "avoid" } },
});
