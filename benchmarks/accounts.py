"""Puts year accounts under load, and computes them again.

accounts.py load CLAIMS PEOPLE CORRECTIONS FILE URL...
    settles claims from 64 connections and takes back or replaces some of them, CORRECTIONS of a thousand; sends again what
    fails, notes what was acknowledged, and says how fast it was
accounts.py check FILE URL
    reads the changes and, change by change, decides the bills of the account again with /v1/decisions, as if those taken
    back had never been; compares every adjustment and every account to the fen
"""
import decimal
import http.client
import json
import multiprocessing
import queue
import random
import sys
import threading
import time
import urllib.parse

CONNECTIONS = 64
PATIENCE_SECONDS = 300
CHECKERS = 2
YEAR = 2023


def claim(number, people, draw):
    cost = decimal.Decimal(draw.randint(100_00, 60_000_00)) / 100
    kind = draw.choice(["MINIMUM_LIVING", "EXTREMELY_POOR", "LOW_INCOME_EDGE"])
    return {
        "claimId": f"B-{number}", "region": "450100",
        "serviceDate": f"{YEAR}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
        "person": {"personId": f"P-{draw.randrange(people)}",
                   "identities": [{"type": kind, "recognisedOn": "2021-01-10"}]},
        "care": {"type": "INPATIENT"},
        "costs": {"total": float(cost), "policyScope": float(cost), "advance": 0, "overLimit": 0, "selfPaid": 0},
        "payments": {"basicInsurance": 0, "criticalIllness": 0},
    }


class Caller:
    """One connection at a time to one of several replicas; goes to the next one where it fails."""

    def __init__(self, urls, first):
        self.urls = [urllib.parse.urlparse(url).netloc for url in urls]
        self.at = first
        self.connection = None

    def call(self, method, path, body=None, key=None):
        if self.connection is None:
            self.connection = http.client.HTTPConnection(self.urls[self.at % len(self.urls)], timeout=30)
        try:
            headers = {"Content-Type": "application/json"} if body is not None else {}
            if key is not None:
                headers["Idempotency-Key"] = key
            self.connection.request(method, path, body, headers)
            response = self.connection.getresponse()
            return response.status, response.read()
        except (OSError, http.client.HTTPException):
            self.connection.close()
            self.connection = None
            self.at += 1
            return None, b""

    def until_answered(self, method, path, body=None, key=None):
        """Sends the same again until it is answered with something other than 503; the answer, and its milliseconds."""
        end = time.monotonic() + PATIENCE_SECONDS
        pause = 0.01
        while True:
            began = time.monotonic()
            status, answer = self.call(method, path, body, key)
            if status not in (None, 503):
                return status, answer, (time.monotonic() - began) * 1000
            if time.monotonic() > end:
                raise SystemExit(f"no answer to {path}")
            time.sleep(pause)
            pause = min(pause * 2, 1)


def load(claims, people, corrections, file, urls):
    draw = random.Random(17)
    waiting = queue.SimpleQueue()
    for number in range(claims):
        correction = draw.choice(["reversal", "replacement"]) if draw.random() * 1000 < corrections else None
        waiting.put((claim(number, people, draw), correction, claim(number, people, draw)))
    lock = threading.Lock()
    times = []
    wrong = []

    def send(caller, path, body, key, out, note):
        status, answer, took = caller.until_answered("POST", path, json.dumps(body), key)
        with lock:
            if status not in (200, 201):
                wrong.append((path, status, answer))
                return False
            print(json.dumps(note), file=out, flush=True)
            if key is None:
                times.append(took)
        return True

    def work(first, out):
        caller = Caller(urls, first)
        while not wrong:
            try:
                one, correction, other = waiting.get_nowait()
            except queue.Empty:
                return
            claim_id = one["claimId"]
            if not send(caller, "/v1/settlements", one, None, out, {"kind": "SETTLEMENT", "claim": one}) or not correction:
                continue
            order = {"reason": "load"}
            if correction == "replacement":
                order |= {"version": current_version(caller, claim_id), "claim": other | {"person": one["person"]}}
            send(caller, f"/v1/settlements/{claim_id}/{correction}", order, f"correct-{claim_id}", out,
                 {"kind": correction.upper(), "claim": order.get("claim", one)})

    began = time.monotonic()
    with open(file, "w", encoding="utf-8") as out:
        threads = [threading.Thread(target=work, args=(i, out)) for i in range(CONNECTIONS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    took = time.monotonic() - began
    if wrong:
        raise SystemExit(f"answered {wrong[0]}")
    times.sort()
    print(f"{claims} claims of {people} people settled in {took:.1f} s: {claims / took:.0f}/s, "
          f"median {times[len(times) // 2]:.1f} ms, 99 % within {times[len(times) * 99 // 100]:.1f} ms")


class Year:
    """The bills of a person as they should stand, each decided from what those before it have left."""

    def __init__(self, caller):
        self.caller = caller
        self.order = []
        self.claims = {}
        self.paid = {}
        self.left = {}

    def put(self, claim_id, stated):
        """Puts a bill at its place, or takes it back where nothing is stated; what changes, by bill and benefit."""
        if claim_id not in self.claims:
            self.order.append(claim_id)
        self.claims[claim_id] = stated
        at = self.order.index(claim_id)
        left = self.left[self.order[at - 1]] if at else None
        changes = {}
        for later in self.order[at:]:
            paid = {}
            if self.claims[later] is not None:
                asked = self.claims[later] | ({} if left is None else {"yearToDate": left})
                status, answer, _ = self.caller.until_answered("POST", "/v1/decisions", json.dumps(asked, default=float))
                assert status == 200, answer
                decision = json.loads(answer, parse_float=decimal.Decimal)
                paid = {line["benefit"]: line["amount"] for line in decision["payouts"] if line["amount"]}
                left = decision["yearToDate"]
            before = self.paid.get(later, {})
            change = {name: paid.get(name, 0) - before.get(name, 0) for name in paid.keys() | before.keys()}
            changes[later] = {name: amount for name, amount in change.items() if amount}
            self.paid[later] = paid
            self.left[later] = left
        return {bill: change for bill, change in changes.items() if change}


def current_version(caller, claim_id):
    status, answer, _ = caller.until_answered("GET", f"/v1/settlements/{claim_id}")
    assert status == 200, answer
    return json.loads(answer)["versions"][-1]["version"]


def check_people(work):
    """How many changes and accounts of some people are not as they should be."""
    url, people = work
    caller = Caller([url], 0)
    wrong = 0
    for person, changes in people:
        year = Year(caller)
        for kind, claim_id, stated, told in changes:
            told = {bill: {name: decimal.Decimal(amount) for name, amount in change.items()} for bill, change in told.items()}
            expected = year.put(claim_id, None if kind == "REVERSAL" else json.loads(stated))
            if expected != told:
                wrong += 1
                print(f"{kind} of {claim_id}: {told} instead of {expected}", file=sys.stderr)
        status, answer, _ = caller.until_answered("GET", f"/v1/people/{person}/years/{YEAR}")
        assert status == 200, answer
        kept = json.loads(answer, parse_float=decimal.Decimal)["accounts"][0]["yearToDate"]
        kept.pop("region")
        left = year.left[year.order[-1]]
        if left is None:
            # All bills were taken back.
            wrong += any(kept["assistance"]["paid"].values())
        else:
            left.pop("region", None)
            wrong += kept != left
    return wrong


def check(file, url):
    caller = Caller([url], 0)
    acknowledged = {}
    for line in open(file, encoding="utf-8"):
        entry = json.loads(line)
        acknowledged[entry["kind"], entry["claim"]["claimId"]] = json.dumps(entry["claim"])
    people = {}
    number = 0
    seen = set()
    while True:
        status, answer, _ = caller.until_answered("GET", f"/v1/settlements/changes?limit=1000&after={number}")
        assert status == 200, answer
        page = json.loads(answer, parse_float=str)
        if not page["changes"]:
            break
        for change in page["changes"]:
            number += 1
            assert change["number"] == number, f"change {number} is missing"
            # The bill that it is about comes first, those that follow from it after.
            about = change["kind"], change["bills"][0]["claimId"]
            assert about not in seen, f"{about} was booked twice"
            seen.add(about)
            told = {bill["claimId"]: {line["benefit"]: line["amount"] for line in bill["adjustments"]}
                    for bill in change["bills"]}
            people.setdefault(change["personId"], []).append(
                (*about, acknowledged[about], {bill: lines for bill, lines in told.items() if lines}))
    lost = set(acknowledged) - seen
    assert not lost, f"{len(lost)} acknowledged bookings were lost"
    accounts = list(people.items())
    with multiprocessing.Pool(CHECKERS) as pool:
        wrong = sum(pool.map(check_people, [(url, accounts[i::4 * CHECKERS]) for i in range(4 * CHECKERS)], 1))
    print(f"{len(seen)} bookings in {len(people)} accounts computed again: {wrong} differences")
    if wrong:
        raise SystemExit(1)


if __name__ == "__main__":
    if sys.argv[1] == "load":
        load(int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]), sys.argv[5], sys.argv[6:])
    else:
        check(sys.argv[2], sys.argv[3])
