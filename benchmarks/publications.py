"""Publishes, decides and measures for publications.sh. usage: publications.py URL PID PASSWORD PUBLICATIONS EVERY FOLDER"""
import base64
import decimal
import json
import re
import subprocess
import sys
import time
import urllib.request

url, pid, password, publications, every, folder = sys.argv[1:]
publications, every = int(publications), int(every)
TABLE = "guangxi/2022/medical-assistance.xlsx"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LOGIN = "Basic " + base64.b64encode(f"admin:{password}".encode()).decode()
ELIGIBLE = 14000
MEBI = 1024 * 1024


def post(path, body, kind="application/json"):
    request = urllib.request.Request(url + path, body, {"Content-Type": kind, "Authorization": LOGIN})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer, parse_float=decimal.Decimal)


def jcmd(*command):
    return subprocess.run(["jcmd", pid, *command], check=True, capture_output=True, text=True).stdout


def counter(text, name):
    return int(re.search(r"^" + re.escape(name) + r"=(\d+)", text, re.M).group(1))


def measured():
    heaps = []
    # References that are let go in one collection may free more in the next; and what the service does meanwhile, such
    # as looking at its directory, is not what is left. The least of several looks is.
    for _ in range(4):
        jcmd("GC.run")
        text = jcmd("PerfCounter.print")
        spaces = re.findall(r"^sun\.gc\.generation\.\d+\.space\.\d+\.used=(\d+)", text, re.M)
        heaps.append(sum(map(int, spaces)))
    classes = counter(text, "java.cls.loadedClasses") - counter(text, "java.cls.unloadedClasses")
    shared = counter(text, "java.cls.sharedLoadedClasses") - counter(text, "java.cls.sharedUnloadedClasses")
    return min(heaps) / MEBI, counter(text, "sun.gc.metaspace.used") / MEBI, classes + shared


def publish(number, claim):
    # From 0.5001 to 0.9400: never the figure that is in force.
    rate = decimal.Decimal(5000 + number % 4400) / 10000
    subprocess.run([sys.executable, "benchmarks/rate.py", f"{rate:.4f}", folder + "/changed.xlsx"], check=True)
    with open(folder + "/changed.xlsx", "rb") as workbook:
        draft = post("/v1/desk/drafts?table=" + TABLE, workbook.read(), XLSX)
    post("/v1/desk/publications", json.dumps({"draft": draft["id"], "reason": f"publication {number}"}).encode())
    paid = post("/v1/decisions", claim)["totals"]["medicalAssistance"]
    assert paid == ELIGIBLE * rate, f"publication {number} pays {paid} by {rate}"


def grows(rows):
    """What the last third adds to the third before it, each at its least, as a share, scaled to a thousand publications."""
    third = len(rows) // 3
    before, last = rows[-2 * third:-third], rows[-third:]
    scale = 1000 / (last[0][0] - before[0][0])
    least = [[min(column) for column in list(zip(*part))[1:4]] for part in (before, last)]
    return [(end - begin) / begin * scale for begin, end in zip(*least)]


with open("src/main/resources/examples/guangxi.json", "rb") as example:
    claim = example.read()
begun, rows = time.time(), []
print("| publication | heap after collection, MiB | metaspace, MiB | classes | minutes |\n|---|---|---|---|---|", flush=True)
for number in range(1, publications + 1):
    publish(number, claim)
    if number == 1 or number % every == 0 or number == publications:
        rows.append((number, *measured()))
        print("| %d | %.1f | %.1f | %d | %.0f |" % (*rows[-1], (time.time() - begun) / 60), flush=True)
if len(rows) < 4:
    sys.exit("too few lines to tell whether anything grows")
growth = grows(rows)
print("\nIn the last third, for a thousand publications: heap %+.1f %%, metaspace %+.1f %%, classes %+.1f %%"
      % tuple(100 * share for share in growth))
flat = growth[0] <= 0.05 and growth[1] <= 0.05 and growth[2] <= 0.01
print("flat" if flat else "GROWS")
sys.exit(0 if flat else 1)
