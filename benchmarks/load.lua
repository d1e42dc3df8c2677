-- wrk script: posts the bodies of the file named by $BODIES in turn, and writes one line of results:
-- RESULT rate p50 p99 p99.9 (milliseconds) decided refused wrong
-- $PAUSE, where it is set, is how many milliseconds a connection rests between two requests on average.
-- $CONNECTION, where it is set, is said of every connection: close opens a new one for every request.
local bodies = {}
for line in io.lines(os.getenv("BODIES")) do bodies[#bodies + 1] = line end
local headers = { ["Content-Type"] = "application/json", ["Connection"] = os.getenv("CONNECTION") }
local turn = 0
decided, refused, wrong = 0, 0, 0
local threads = {}

function setup(thread) threads[#threads + 1] = thread end

function request()
  turn = turn % #bodies + 1
  return wrk.format("POST", nil, headers, bodies[turn])
end

local pause = tonumber(os.getenv("PAUSE") or "")
if pause then
  function delay() return math.random(0, 2 * pause) end
end

function response(status)
  if status == 200 then decided = decided + 1 elseif status == 503 then refused = refused + 1 else wrong = wrong + 1 end
end

function done(summary, latency)
  local counted = { decided = 0, refused = 0, wrong = 0 }
  for _, thread in ipairs(threads) do
    for name in pairs(counted) do counted[name] = counted[name] + thread:get(name) end
  end
  local errors = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  print(string.format("RESULT %.0f %.2f %.2f %.2f %d %d %d", counted.decided / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency:percentile(99.9) / 1000, counted.decided,
    counted.refused, counted.wrong + errors))
end
