/**
 * A template whose number every surface must give: with its front matter, without its role line, with the mean of two
 * samples, of which one has a text that looks like a placeholder.
 *
 * In o200k_base: "hello world world" has 3 tokens and "hello {{b}} world world" 6, so the mean is 4.5. On openai/o1 with
 * 500 output tokens they cost 3 x 15 and 6 x 15 + 500 x 60 millionths of a dollar, on average 30,067.5.
 */
export const TEMPLATE_CASE = {
  name: 'surfaces.prompty',
  text: '---\nname: Surfaces\ninputs:\n  c: { default: world }\n---\nuser:\nhello {{a}} {{ c }}\n',
  sampleName: 'surfaces.sample.json',
  sample: '[{"a":"world"},{"a":"{{b}} world"}]',
  tokens: 4.5,
  cost: '$0.0301',
  usd: '0.0300675',
};
