"""Puts year accounts under load, and computes them again.

accounts.py load CLAIMS PEOPLE FILE URL...   settles claims from 64 connections, sends again what fails, notes what was
                                             acknowledged, and says how fast it was
accounts.py check FILE URL                   reads the changes, decides every claim of every account again in the order of
                                             booking with /v1/decisions, and compares to the fen
"""
import decimal
import http.client
import json
import queue
import random
import sys
import threading
import time
import urllib.parse

CONNECTIONS = 64
PATIENCE_SECONDS = 300
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

    def call(self, method, path, body=None):
        if self.connection is None:
            self.connection = http.client.HTTPConnection(self.urls[self.at % len(self.urls)], timeout=30)
        try:
            headers = {"Content-Type": "application/json"} if body is not None else {}
            self.connection.request(method, path, body, headers)
            response = self.connection.getresponse()
            return response.status, response.read()
        except (OSError, http.client.HTTPException):
            self.connection.close()
            self.connection = None
            self.at += 1
            return None, b""

    def until_answered(self, method, path, body=None):
        """Sends the same again until it is answered with something other than 503; the answer, and its milliseconds."""
        end = time.monotonic() + PATIENCE_SECONDS
        pause = 0.01
        while True:
            began = time.monotonic()
            status, answer = self.call(method, path, body)
            if status not in (None, 503):
                return status, answer, (time.monotonic() - began) * 1000
            if time.monotonic() > end:
                raise SystemExit(f"no answer to {path}")
            time.sleep(pause)
            pause = min(pause * 2, 1)


def load(claims, people, file, urls):
    draw = random.Random(17)
    waiting = queue.SimpleQueue()
    for number in range(claims):
        waiting.put(claim(number, people, draw))
    lock = threading.Lock()
    times = []
    wrong = []

    def work(first, out):
        caller = Caller(urls, first)
        while not wrong:
            try:
                one = waiting.get_nowait()
            except queue.Empty:
                return
            status, answer, took = caller.until_answered("POST", "/v1/settlements", json.dumps(one))
            with lock:
                times.append(took)
                if status not in (200, 201):
                    wrong.append((status, answer))
                    return
                settled = json.loads(answer)
                out.write(json.dumps({"claim": one, "decisionId": settled["decision"]["decisionId"]}) + "\n")

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


def check(file, urls):
    caller = Caller(urls, 0)
    acknowledged = {}
    for line in open(file, encoding="utf-8"):
        entry = json.loads(line)
        acknowledged[entry["claim"]["claimId"]] = entry
    order = {}
    number = 0
    seen = set()
    while True:
        status, answer, _ = caller.until_answered("GET", f"/v1/settlements/changes?limit=1000&after={number}")
        assert status == 200, answer
        page = json.loads(answer, parse_float=decimal.Decimal)
        if not page["changes"]:
            break
        for change in page["changes"]:
            number += 1
            assert change["number"] == number, f"change {number} is missing"
            for bill in change["bills"]:
                assert bill["claimId"] not in seen, f"{bill['claimId']} was booked twice"
                seen.add(bill["claimId"])
                order.setdefault(change["personId"], []).append(bill)
    lost = set(acknowledged) - seen
    assert not lost, f"{len(lost)} acknowledged settlements were lost"
    wrong = 0
    for person, bills in order.items():
        year_to_date = None
        for bill in bills:
            stated = dict(acknowledged[bill["claimId"]]["claim"])
            if year_to_date is not None:
                stated["yearToDate"] = year_to_date
            status, answer, _ = caller.until_answered("POST", "/v1/decisions", json.dumps(stated, default=float))
            assert status == 200, answer
            decision = json.loads(answer, parse_float=decimal.Decimal)
            now = {line["benefit"]: line["amount"] for line in decision["payouts"] if line["amount"]}
            then = {line["benefit"]: line["amount"] for line in bill["adjustments"]}
            wrong += now != then
            year_to_date = decision["yearToDate"]
        status, answer, _ = caller.until_answered("GET", f"/v1/people/{person}/years/{YEAR}")
        assert status == 200, answer
        account = json.loads(answer, parse_float=decimal.Decimal)["accounts"][0]
        kept = account["yearToDate"]
        kept.pop("region")
        year_to_date.pop("region", None)
        wrong += kept != year_to_date
    print(f"{len(seen)} settlements in {len(order)} accounts computed again: {wrong} differences")
    if wrong:
        raise SystemExit(1)


if sys.argv[1] == "load":
    load(int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5:])
else:
    check(sys.argv[2], sys.argv[3:])
