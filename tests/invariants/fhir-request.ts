import type { FhirRoute } from '#lib/transport/fhir/fhir-route';

/** Our fields by the parameters of FHIR that fill them. */
const parameters: Readonly<Record<string, string>> = {
  patient_id: 'patient',
  types: '_type',
  since: '_since',
};

/** An operation's input as FHIR asks for it. */
export function fhirRequest({ path }: FhirRoute, input: unknown) {
  const fields = { ...(input as Record<string, unknown>) };
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(fields[name]);
    delete fields[name];
    return encodeURIComponent(value);
  });
  const pairs = Object.entries(fields).map(([name, value]) => [parameters[name] ?? name, String(value)]);
  const query = new URLSearchParams(pairs as [string, string][]).toString();
  return { url: `/fhir/R4${address}${query && `?${query}`}`, headers: { prefer: 'respond-async' } };
}
