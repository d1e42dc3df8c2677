"""A person's claims of a year through the generated client: one by one, as a batch, and one that cannot be decided."""
import json
import sys
from datetime import date

from tuodi_client import ApiClient, ApiException, Configuration, DecisionsApi
from tuodi_client.models import (Care, CareType, Claim, Costs, Decision, Identity, IdentityType, Payments, Person,
                                 Problem)

client = ApiClient(Configuration(host=sys.argv[1]))
decisions = DecisionsApi(client)


def claim(claim_id, day, **more):
    return Claim(
        claimId=claim_id, region="450100", serviceDate=day,
        person=Person(personId="P-17", identities=[
            Identity(type=IdentityType.MINIMUM_LIVING, recognisedOn=date(2021, 1, 10))]),
        care=Care(type=CareType.INPATIENT),
        costs=Costs(total=48000.1, policyScope=44000.1, advance=1500, overLimit=500, selfPaid=2000),
        payments=Payments(basicInsurance=30000.05, criticalIllness=0), **more)


def tell(what, decision):
    print(what, decision.claim_id, decision.status.value, decision.var_class.label,
          *(f"{amount:.2f}" for amount in (decision.totals.medical_assistance, decision.totals.personal,
                                           decision.year_to_date.assistance.paid.inpatient)))


first = decisions.decide(claim("GX-0001", date(2022, 5, 18)), accept_language="zh")
tell("claim", first)

tell("next", decisions.decide(claim("GX-0002", date(2022, 6, 1), yearToDate=first.year_to_date),
                              accept_language="zh"))

def line_of(a_claim):
    return json.dumps(client.sanitize_for_serialization(a_claim))


lines = [line_of(claim("GX-0001", date(2022, 5, 18))), "{}", line_of(claim("GX-0002", date(2022, 6, 1)))]
# The client writes a body as one JSON value where its type has "json" in its name, so the lines go as bytes.
answers = decisions.decide_batch("\n".join(lines) + "\n", accept_language="zh",
                                 _content_type="application/octet-stream")
for line in answers.decode().splitlines():
    answer = json.loads(line)
    if "code" in answer:
        problem = Problem.from_dict(answer)
        print("line", problem.line, problem.code)
    else:
        tell("line", Decision.from_dict(answer))

unsettled = claim("GX-0003", date(2022, 6, 2))
unsettled.payments.critical_illness = None
try:
    decisions.decide(unsettled, accept_language="zh")
except ApiException as error:
    problem = Problem.from_dict(json.loads(error.body))
    print("problem", error.status, problem.code, problem.claim_id)
