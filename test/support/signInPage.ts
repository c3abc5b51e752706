/** The page on which a person signs in; like Entra's own it refuses to be framed. */
export function signInPage(interactionId: string, suggestedUser: string): string {
  return `<!doctype html>
<html lang="en">
<title>Sign in to your account</title>
<h1>Sign in</h1>
<form method="post" action="/signin/${interactionId}">
  <label>Username <input name="username" value="${escapeHtml(suggestedUser)}" autocomplete="off"></label>
  <button name="choice" value="next">Next</button>
  <button name="choice" value="cancel">Cancel</button>
</form>`;
}

/** Entra's sign-out goes on by itself; the provider's own form is submitted at once. */
export function signOutPage(form: string): string {
  return `<!doctype html>
<html lang="en">
<title>Sign out</title>
${form}
<script>
  const form = document.forms[0];
  const choice = Object.assign(document.createElement("input"), { type: "hidden", name: "logout", value: "yes" });
  form.append(choice);
  form.submit();
</script>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
