-- wrk script: settles claims of $PEOPLE people into year accounts, each by an id of its own that begins with $RUN, and
-- writes one line: RESULT rate p50 p99 p99.9 (milliseconds) settled refused wrong
-- Of one person the account is a new one after some thousands of bills, before it has as many as it takes.
-- $PAUSE, where it is set, is how many milliseconds a connection rests between two requests on average.
local people = tonumber(os.getenv("PEOPLE"))
local bills_of_one = 5000
local pause = tonumber(os.getenv("PAUSE") or "")
local run = os.getenv("RUN")
local headers = { ["Content-Type"] = "application/json" }
local kinds = { "MINIMUM_LIVING", "EXTREMELY_POOR", "LOW_INCOME_EDGE" }
local count = 0
settled, refused, wrong = 0, 0, 0
local threads = {}

function setup(thread)
  thread:set("id", #threads)
  threads[#threads + 1] = thread
end

function init() math.randomseed(17 + id) end

local function person()
  if people == 1 then return string.format("%s-%d", run, math.floor(count / bills_of_one)) end
  return string.format("P-%d", math.random(1, people))
end

function request()
  count = count + 1
  local cost = math.random(100, 60000)
  return wrk.format("POST", "/v1/settlements", headers, string.format('{"claimId":"%s-%d-%d","region":"450100",' ..
    '"serviceDate":"2023-%02d-%02d","person":{"personId":"%s","identities":[{"type":"%s","recognisedOn":"2021-01-10"}]},' ..
    '"care":{"type":"INPATIENT"},"costs":{"total":%d,"policyScope":%d,"advance":0,"overLimit":0,"selfPaid":0},' ..
    '"payments":{"basicInsurance":0,"criticalIllness":0}}', run, id, count, math.random(1, 12), math.random(1, 28),
    person(), kinds[math.random(1, 3)], cost, cost))
end

if pause then
  function delay() return math.random(0, 2 * pause) end
end

function response(status)
  if status == 201 then settled = settled + 1 elseif status == 503 then refused = refused + 1 else wrong = wrong + 1 end
end

function done(summary, latency)
  local counted = { settled = 0, refused = 0, wrong = 0 }
  for _, thread in ipairs(threads) do
    for name in pairs(counted) do counted[name] = counted[name] + thread:get(name) end
  end
  local errors = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  print(string.format("RESULT %.0f %.1f %.1f %.1f %d %d %d", counted.settled / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency:percentile(99.9) / 1000, counted.settled,
    counted.refused, counted.wrong + errors))
end
