"""The list of Fixtures/ by Jinja2: prints its version and the median time of a rendering in µs."""
import json
import pathlib
import statistics
import sys
import time

try:
    import jinja2
except ImportError:
    sys.exit(3)

fixtures = pathlib.Path(__file__).parent / "Fixtures"
template = jinja2.Environment(autoescape=True).from_string((fixtures / "list.html").read_text())
data = json.loads((fixtures / "list.json").read_text())
expected = (fixtures / "list.expected.html").read_text().removesuffix("\n")
if template.render(data) != expected:
    sys.exit("Jinja2 does not give the expected list")
times = []
end = time.perf_counter() + 3
while time.perf_counter() < end:
    start = time.perf_counter()
    template.render(data)
    times.append(time.perf_counter() - start)
print(jinja2.__version__, statistics.median(times) * 1e6)
