# Into the page that comes back: each has succeeded when the marker PWN is live in the feedback page, or when
# what is kept of a submission is larger than 10 MB.
# %% error-html: an exception whose class and text are markup
def relu(*a): raise type("<img src=x onerror=PWN()>", (Exception,), {})("<script>PWN=1</script>")
neuron = softmax = twice = relu
# %% assertion-html: assertions that fail with markup as their text
def relu(*a): raise AssertionError("</pre><script>PWN=1</script><pre>")
def neuron(*a): raise AssertionError("<svg onload=PWN()></svg><a href='javascript:PWN()'>x</a>")
def softmax(*a): raise AssertionError("<meta http-equiv=refresh content='0;url=//example.invalid/PWN'>")
def twice(*a): raise AssertionError("<style>*{display:none}body::before{content:'PWN 12 of 12'}</style>")
# %% results-as-html: results whose text is markup, shown by a test that fails
class Page(str): pass
relu = neuron = softmax = twice = lambda *a: "<script>PWN=1</script>"
# %% output-html: printed, displayed and returned markup
from IPython.display import display

for kind in ("text/html", "text/markdown", "text/latex", "image/svg+xml", "application/javascript", "application/vnd.jupyter.widget-view+json"):
    display({kind: "<script>PWN=1</script>"}, raw=True)
display({"image/png": 'x" onerror="PWN=1'}, raw=True)
print("<script>PWN=1</script>")
# %% names-as-html: functions, files and lines of a traceback that are markup
code = compile("def relu(*a): raise ValueError('x')", "<script>PWN=1</script>", "exec")
exec(code)
relu.__name__ = relu.__qualname__ = "<img onerror=PWN()>"
# %% directions-and-colours: texts that turn the line, clear the terminal or end the text
def relu(*a): raise AssertionError("\u202e\x1b[2J\x00\x85\u2028\ufeff passed \u2066 PWN <!--")
neuron = softmax = twice = relu
# %% half-characters: half characters in names, texts and source
def relu(*a): raise AssertionError("\ud800 PWN \udfff")
neuron = softmax = twice = relu
# %% markdown-and-templates: texts that templates and markdown would expand
def relu(*a): raise AssertionError("{{ 7*7 }} {% raw %} ${PWN} [x](javascript:PWN()) ![x](//example.invalid/PWN) %(x)s {0.__class__}")
neuron = softmax = twice = relu
# %% long-messages: messages of 20 MB in many parts
def relu(*a): raise AssertionError("Z" * (20 << 20))
neuron = softmax = twice = relu
