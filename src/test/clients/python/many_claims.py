"""More claims than one batch of a generated client carries, in parts, and a decision that is replayed."""
import json
import sys
from datetime import date

from tuodi_client import ApiClient, Configuration, DecisionsApi
from tuodi_client.models import (Care, CareType, Claim, Costs, Identity, IdentityType, Payments, Person,
                                 ReplayRequest)

LINES_AT_ONCE = 5000

client = ApiClient(Configuration(host=sys.argv[1]))
decisions = DecisionsApi(client)


def claim(claim_id, person_id, day):
    return Claim(
        claimId=claim_id, region="450100", serviceDate=day,
        person=Person(personId=person_id, identities=[
            Identity(type=IdentityType.MINIMUM_LIVING, recognisedOn=date(2021, 1, 10))]),
        care=Care(type=CareType.INPATIENT),
        costs=Costs(total=1000, policyScope=1000, advance=0, overLimit=0, selfPaid=0),
        payments=Payments(basicInsurance=600, criticalIllness=0))


def parts(claims):
    """Parts of about 5,000 lines; one ends only where a person ends, since a person's claims accumulate."""
    part = []
    for one in claims:
        if len(part) >= LINES_AT_ONCE and one.person.person_id != part[-1].person.person_id:
            yield part
            part = []
        part.append(one)
    if part:
        yield part


def decided(claims):
    """The answers, one a claim in the same order: a decision, or a problem where it has a code."""
    for part in parts(claims):
        lines = "".join(json.dumps(client.sanitize_for_serialization(one)) + "\n" for one in part)
        answers = decisions.decide_batch(lines, _content_type="application/octet-stream")
        yield from map(json.loads, answers.decode().splitlines())


# 4,000 persons with three claims each
many = (claim(f"C-{person}-{visit}", f"P-{person}", date(2022, 6, visit))
        for person in range(4000) for visit in (1, 2, 3))
answers = list(decided(many))
print("decided", sum("code" not in answer for answer in answers), "of", len(answers))
print("third visits", {answer["yearToDate"]["assistance"]["paid"]["INPATIENT"]
                       for answer in answers if answer["claimId"].endswith("-3")})

# keep a decision as it came, to be able to have it replayed
kept = json.loads(decisions.decide_with_http_info(claim("C-1", "P-1", date(2022, 5, 18))).raw_data)
replayed = decisions.replay(ReplayRequest(claim=claim("C-1", "P-1", date(2022, 5, 18)), decision=kept))
print("replayed", replayed.result.value, len(replayed.differences))
changed = decisions.replay(ReplayRequest(claim=claim("C-1", "P-1", date(2022, 5, 19)), decision=kept))
print("replayed", changed.result.value, changed.claim_changed)
