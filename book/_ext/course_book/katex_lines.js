// Renders one formula a line: JSON {tex, display} in, JSON {html} or {error} out.
// Arguments: the path of katex.min.js, and the macros as JSON.
const katex = require(process.argv[2]);
const macros = JSON.parse(process.argv[3]);

require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const { tex, display } = JSON.parse(line);
  let answer;
  try {
    const html = katex.renderToString(tex, {
      displayMode: display,
      throwOnError: true,
      strict: "ignore",
      macros: { ...macros },
    });
    answer = { html };
  } catch (error) {
    answer = { error: error.message };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
});
