/**
 * A template whose number every surface must give: with its front matter, without its role line, with the mean of two
 * samples, of which one has a text that looks like a placeholder.
 *
 * In o200k_base: "hello world world" has 3 tokens and "hello {{b}} world world" 7, so the mean is 5. On openai/o1 with
 * 500 output tokens it costs 5 x 15 + 500 x 60 = 30,075 millionths of a dollar.
 */
export const TEMPLATE_CASE = {
  name: 'surfaces.prompty',
  text: '---\nname: Surfaces\ninputs:\n  c: { default: world }\n---\nuser:\nhello {{a}} {{ c }}\n',
  sampleName: 'surfaces.sample.json',
  sample: '[{"a":"world"},{"a":"{{b}} world"}]',
  tokens: 5,
  cost: '$0.0301',
  usd: '0.030075',
  sampleTokens: [3, 7],
};
