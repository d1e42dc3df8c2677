// A person's claims of a year through the generated client: one by one, as a batch, and one that cannot be decided.
import {
  CareType,
  Claim,
  ClaimToJSON,
  Configuration,
  Decision,
  DecisionFromJSON,
  DecisionsApi,
  IdentityType,
  Problem,
  ProblemFromJSON,
  ResponseError,
} from './client';

declare const process: { argv: string[] };

const decisions = new DecisionsApi(new Configuration({ basePath: process.argv[2] }));

function claim(claimId: string, serviceDate: string): Claim {
  return {
    claimId,
    region: '450100',
    serviceDate,
    person: {
      personId: 'P-17',
      identities: [{ type: IdentityType.MinimumLiving, recognisedOn: '2021-01-10' }],
    },
    care: { type: CareType.Inpatient },
    costs: { total: 48000.1, policyScope: 44000.1, advance: 1500, overLimit: 500, selfPaid: 2000 },
    payments: { basicInsurance: 30000.05, criticalIllness: 0 },
  };
}

function tell(what: string, decision: Decision): void {
  const amounts = [
    decision.totals.medicalAssistance,
    decision.totals.personal,
    decision.yearToDate.assistance.paid.INPATIENT,
  ].map((amount) => amount.toFixed(2));
  console.log(what, decision.claimId, decision.status, decision._class?.label, ...amounts);
}

async function run(): Promise<void> {
  const acceptLanguage = 'zh';
  const first = await decisions.decide({ claim: claim('GX-0001', '2022-05-18'), acceptLanguage });
  tell('claim', first);

  const next = { ...claim('GX-0002', '2022-06-01'), yearToDate: first.yearToDate };
  tell('next', await decisions.decide({ claim: next, acceptLanguage }));

  const lines = [
    JSON.stringify(ClaimToJSON(claim('GX-0001', '2022-05-18'))),
    '{}',
    JSON.stringify(ClaimToJSON(claim('GX-0002', '2022-06-01'))),
  ];
  const answers = await decisions.decideBatch({ body: lines.join('\n') + '\n', acceptLanguage });
  for (const line of (await answers.text()).trim().split('\n')) {
    const answer = JSON.parse(line);
    if (answer.code) {
      const problem: Problem = ProblemFromJSON(answer);
      console.log('line', problem.line, problem.code);
    } else {
      tell('line', DecisionFromJSON(answer));
    }
  }

  const unsettled = claim('GX-0003', '2022-06-02');
  delete unsettled.payments.criticalIllness;
  try {
    await decisions.decide({ claim: unsettled, acceptLanguage });
  } catch (error) {
    if (!(error instanceof ResponseError)) {
      throw error;
    }
    const problem: Problem = ProblemFromJSON(await error.response.json());
    console.log('problem', error.response.status, problem.code, problem.claimId);
  }
}

void run();
