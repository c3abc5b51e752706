interface JsonSchema {
  readonly [keyword: string]: unknown;
}

type Check = (expected: unknown, value: unknown, schema: JsonSchema) => boolean;

/**
 * Whether a JSON Schema accepts a value, by the standard's own rules and nothing of valibot's. Knows the keywords
 * that `config.schema.json` uses; any other fails the test, so that none is ignored silently.
 */
export function accepts(schema: JsonSchema, value: unknown): boolean {
  return Object.entries(schema).every(([keyword, expected]) => {
    const check = checks[keyword];
    if (check === undefined) throw new Error(`The test knows no keyword "${keyword}"`);
    return check(expected, value, schema);
  });
}

const annotation: Check = () => true;

const checks: Readonly<Record<string, Check>> = {
  $schema: annotation,
  title: annotation,
  description: annotation,
  default: annotation,
  type: (expected, value) =>
    expected === typeOf(value) || (expected === "number" && typeOf(value) === "integer"),
  const: (expected, value) => expected === value,
  enum: (expected, value) => (expected as unknown[]).includes(value),
  pattern: (expected, value) => typeof value !== "string" || new RegExp(expected as string, "u").test(value),
  minimum: (expected, value) => typeof value !== "number" || value >= (expected as number),
  maximum: (expected, value) => typeof value !== "number" || value <= (expected as number),
  items: (expected, value) =>
    !Array.isArray(value) || value.every((item) => accepts(asSchema(expected), item)),
  oneOf: (expected, value) =>
    (expected as unknown[]).filter((option) => accepts(asSchema(option), value)).length === 1,
  required: (expected, value) =>
    !isObject(value) || (expected as string[]).every((name) => Object.hasOwn(value, name)),
  properties: (expected, value) =>
    !isObject(value) ||
    Object.entries(asSchema(expected)).every(
      ([name, property]) => !Object.hasOwn(value, name) || accepts(asSchema(property), value[name]),
    ),
  additionalProperties: (expected, value, schema) => {
    if (expected !== false) throw new Error("The test knows additionalProperties: false only");
    return (
      !isObject(value) || Object.keys(value).every((name) => Object.hasOwn(asSchema(schema.properties), name))
    );
  },
};

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeOf(value) === "object";
}

/** A subschema is an object wherever `config.schema.json` has one. */
function asSchema(value: unknown): JsonSchema {
  return value as JsonSchema;
}
