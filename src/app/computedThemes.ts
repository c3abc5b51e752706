/**
 * Vite plugin: each theme in `app/themes` goes into the build as the values that Fluent computes for it. They weigh
 * half as much as the palettes and rules that they are computed from.
 */
export function computedThemes() {
  return {
    name: "computed-themes",
    apply: "build" as const,
    enforce: "pre" as const,
    async transform(this: { error(message: string): never }, code: string, id: string) {
      if (!/[\\/]app[\\/]themes[\\/]\w+\.ts$/.test(id)) return null;
      const name = /^export \{ (\w+) as theme \}/.exec(code)?.[1] ?? "";
      const fluent: Record<string, unknown> = await import("@fluentui/react-components");
      const theme = fluent[name] ?? this.error(`${id} is not the name of one of Fluent's themes`);
      return { code: `export const theme = ${JSON.stringify(theme)};`, map: null };
    },
  };
}
