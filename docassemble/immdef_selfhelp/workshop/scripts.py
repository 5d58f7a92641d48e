"""What must happen at once in the cache, as Lua (https://valkey.io/topics/eval-intro/). Each looks first whether the workshop is still there, so
that a late phone writes nothing into one that was closed; and whatever is written ends with it (`EXPIREAT`).

KEYS[1] is the workshop (`about`) everywhere. No cluster: one Valkey holds all.
"""

# KEYS: about, hash. ARGV: field, value, ... Returns 1 when written.
WRITE = """
local ends = redis.call('HGET', KEYS[1], 'ends')
if not ends then return 0 end
redis.call('HSET', KEYS[2], unpack(ARGV))
redis.call('EXPIREAT', KEYS[2], ends)
return 1
"""

# KEYS: about, family, what families did. ARGV: what this one does now (or nothing), field, value, ... Returns 1 when written.
SEEN = """
local ends = redis.call('HGET', KEYS[1], 'ends')
if not ends then return 0 end
redis.call('HSET', KEYS[2], unpack(ARGV, 2))
redis.call('EXPIREAT', KEYS[2], ends)
if ARGV[1] ~= '' then
  redis.call('SADD', KEYS[3], ARGV[1])
  redis.call('EXPIREAT', KEYS[3], ends)
end
return 1
"""

# KEYS: about, code of a reviewer. ARGV: initials, seconds. Returns 1 when kept; 0 when the workshop is closed; -1 when the code is taken.
REVIEW = """
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'EX', ARGV[2]) then return 1 end
return -1
"""

# KEYS: about, place of the phone, set of places. ARGV: id, language, now, key of a family without its number.
# Returns the number: the one the phone has here already, or the next; 0 when nobody may join.
JOIN = """
local about = redis.call('HMGET', KEYS[1], 'ends', 'joining')
if not about[1] then return 0 end
local had = redis.call('GET', KEYS[2])
if had and string.sub(had, 1, string.len(ARGV[1]) + 1) == ARGV[1] .. ':' then
  return tonumber(string.sub(had, string.len(ARGV[1]) + 2))
end
if about[2] ~= '1' then return 0 end
local number = redis.call('HINCRBY', KEYS[1], 'families', 1)
redis.call('SET', KEYS[2], ARGV[1] .. ':' .. number, 'EXAT', about[1])
redis.call('SADD', KEYS[3], KEYS[2])
redis.call('EXPIREAT', KEYS[3], about[1])
redis.call('HSET', ARGV[4] .. number, 'language', ARGV[2], 'answered', ARGV[3])
redis.call('EXPIREAT', ARGV[4] .. number, about[1])
return number
"""

# KEYS: about, place of the new phone, set of places, place of the phone before. Returns 1 when the family goes on at the new one.
MOVE = """
local ends = redis.call('HGET', KEYS[1], 'ends')
local had = redis.call('GET', KEYS[4])
if not ends or not had then return 0 end
redis.call('SET', KEYS[2], had, 'EXAT', ends)
redis.call('SADD', KEYS[3], KEYS[2])
redis.call('SREM', KEYS[3], KEYS[4])
redis.call('DEL', KEYS[4])
return 1
"""

# KEYS: about, family. ARGV: helper. Takes the hand down once, however many press the button, and counts it. Returns 1 for the first.
ANSWER = """
local ends = redis.call('HGET', KEYS[1], 'ends')
if not ends or redis.call('HDEL', KEYS[2], 'raised') == 0 then return 0 end
redis.call('HDEL', KEYS[2], 'helper')
redis.call('HINCRBY', KEYS[1], 'help_answered', 1)
return 1
"""

# KEYS: about, family. ARGV: field, value. Sets a field that is not there yet. Returns 1 when it was this one.
FIRST = """
if not redis.call('HGET', KEYS[1], 'ends') or redis.call('EXISTS', KEYS[2]) == 0 then return 0 end
return redis.call('HSETNX', KEYS[2], ARGV[1], ARGV[2])
"""

# KEYS: about. ARGV: field, by how much, lowest, highest. Moves a number within its bounds and returns it.
STEP = """
if not redis.call('HGET', KEYS[1], 'ends') then return 0 end
local next = tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or '0') + tonumber(ARGV[2])
next = math.max(tonumber(ARGV[3]), math.min(tonumber(ARGV[4]), next))
redis.call('HSET', KEYS[1], ARGV[1], next)
return next
"""

# KEYS: about, vote of the family, votes of the question. ARGV: question, choice. One vote each, however often it is tapped. Returns 1 when counted.
VOTE = """
local about = redis.call('HMGET', KEYS[1], 'ends', 'question', 'shown:' .. ARGV[1])
if not about[1] or about[2] ~= ARGV[1] or about[3] then return 0 end
if not redis.call('SET', KEYS[2], '1', 'NX', 'EXAT', about[1]) then return 0 end
redis.call('HINCRBY', KEYS[3], ARGV[2], 1)
redis.call('EXPIREAT', KEYS[3], about[1])
return 1
"""

# KEYS: about, papers, the family. ARGV: seconds, sealed papers, pages. Kept so long, no longer than the workshop, and not of who has left it
# meanwhile. Returns 1 when kept.
HOLD = """
local ends = redis.call('HGET', KEYS[1], 'ends')
if not ends or redis.call('HGET', KEYS[3], 'left') then return 0 end
redis.call('DEL', KEYS[2])
redis.call('HSET', KEYS[2], 'sealed', ARGV[2], 'pages', ARGV[3])
redis.call('EXPIREAT', KEYS[2], math.min(tonumber(ends), redis.call('TIME')[1] + tonumber(ARGV[1])))
return 1
"""
