-- Sends one request after the other of the list that the first argument names, and ends with a line of JSON.
local requests, count, number

function init(arguments)
  requests = dofile(arguments[1])
  count = #requests
  math.randomseed(os.time())
  number = math.random(10000000, 89999999)
end

function request()
  number = number + 1
  local one = requests[number % count + 1]
  -- The mark has as many letters as the number has digits, so that no length changes.
  local body = one.body and one.body:gsub("NNNNNNNN", tostring(number))
  return wrk.format(one.method, one.path, one.headers, body)
end

function done(summary, latency, rates)
  local failed = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "seconds": %f, "p50": %f, "p99": %f, "refused": %d, "broken": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    failed.status, failed.connect + failed.read + failed.write + failed.timeout))
end
