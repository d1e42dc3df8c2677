#!/bin/sh
# Copies the database of year accounts, checks copies, and puts one into an empty database; a service may go on meanwhile.
#   accounts-backup.sh backup  ADDRESS COPY    COPY must not exist; COPY.sums is written beside it
#   accounts-backup.sh verify  COPY            reads the whole copy and compares it with COPY.sums; needs no database
#   accounts-backup.sh restore COPY ADDRESS    the database must have no accounts
# ADDRESS is one of PostgreSQL, such as postgresql://tuodi@db:5432/tuodi; the password comes from PGPASSWORD or .pgpass.
# Needs pg_dump, pg_restore and psql of the server's version or later, and sha256sum. Ends with 1 where a balance is not
# the sum of its entries, a version not the number of bookings, or the copy does not hold, row by row, what the database
# held at the moment of the copy. Tells how many bookings there are: what was booked after a copy is not in it.
set -eu
umask 077
export LC_ALL=C
# What stands in COPY.sums for the copy itself, beside the names of tables.
FILE=.

usage() {
  sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
  exit 2
}

fail() { # CODE SENTENCE
  echo "$2" >&2
  exit "$1"
}

ask() { # ADDRESS SQL
  psql -X -q -A -t -v ON_ERROR_STOP=1 -d "$1" -c "$2"
}

tables() { # ADDRESS
  ask "$1" "select table_name from information_schema.tables where table_schema = current_schema()
    and table_type = 'BASE TABLE' order by table_name"
}

require_accounts() { # ADDRESS
  tables "$1" | grep -qx account ||
    fail 2 "这个数据库中没有年度账户的表，地址是否正确 / there are no tables of year accounts in this database: is the address right?"
}

# What is asked of the accounts of one state: how many are wrong, and how many bookings there are.
balances() { # ADDRESS
  amounts=$(ask "$1" "select string_agg(column_name, ',' order by ordinal_position) from information_schema.columns
    where table_schema = current_schema() and table_name = 'entry' and data_type = 'bigint'
    and column_name not in ('entry_id', 'booking_id', 'account_id')")
  sums=$(echo "$amounts" | sed 's/[a-z_]\{1,\}/sum(&)/g')
  echo "select count(*) from (select account_id, $amounts from account where version > 0 except
    select account_id, $sums from entry group by account_id) differing;"
  echo "select count(*) from account left join (select account_id, count(*) as bookings from booking group by account_id)
    counted using (account_id) where version <> coalesce(bookings, 0);"
  echo "select count(*) from booking;"
}

judge() { # three numbers, one a line, from a file
  { read -r wrong; read -r versions; read -r bookings; } <"$1"
  [ "$wrong" = 0 ] || fail 1 "$wrong 个账户的余额与记账不符 / accounts whose balance is not the sum of its entries"
  [ "$versions" = 0 ] || fail 1 "$versions 个账户的版本与记账次数不符 / accounts whose version is not the number of their bookings"
  echo "$bookings 次记账 / bookings"
}

# The rows of a table of a copy, as the database writes them.
rows() { # COPY TABLE
  pg_restore --data-only --table="$2" -f - "$1" | sed -n '/^COPY .* FROM stdin;$/,/^\\\.$/p' | sed '1d;$d'
}

sum_of() { # FILE
  sha256sum <"$1" | cut -d' ' -f1
}

# Whether a copy holds what its sums say: the file, and every table of it, row by row.
compare() { # COPY SUMS
  pg_restore --list "$1" >"$work/list" 2>"$work/said" ||
    fail 1 "$1: 备份无法读取 / the copy cannot be read: $(cat "$work/said")"
  while read -r sum table; do
    if [ "$table" = "$FILE" ]; then
      [ "$(sum_of "$1")" = "$sum" ] || fail 1 "$1: 文件已被改动 / the file was altered"
      continue
    fi
    # Read errors of a pipe are told by what is said, not by the status of its last command.
    { rows "$1" "$table" | sha256sum | cut -d' ' -f1 >"$work/found"; } 2>"$work/said"
    [ "$(cat "$work/found")" = "$sum" ] && [ ! -s "$work/said" ] ||
      fail 1 "$1: 表 $table 与备份时的内容不符 / the table $table is not what it was when the copy was made $(cat "$work/said")"
  done <"$2"
}

[ $# -ge 2 ] || usage
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
case $1 in
  backup)
    [ $# -eq 3 ] || usage
    { [ ! -e "$3" ] && [ ! -e "$3.sums" ]; } || fail 2 "$3: 已存在 / exists already"
    require_accounts "$2"
    export TUODI_ADDRESS="$2" TUODI_COPY="$3" TUODI_WORK="$work"
    # One transaction shows one state to the copy, to the sums of its rows, and to the check of balances.
    {
      echo 'begin isolation level repeatable read read only;'
      echo 'set local synchronize_seqscans = off; set local extra_float_digits = 3; set local datestyle = iso;'
      echo 'select pg_export_snapshot() as snapshot \gset'
      echo '\setenv TUODI_SNAPSHOT :snapshot'
      echo '\! pg_dump -Fc --no-owner --no-privileges --no-tablespaces --snapshot="$TUODI_SNAPSHOT" -f "$TUODI_COPY" -d "$TUODI_ADDRESS" && echo done >"$TUODI_WORK/dumped"'
      tables "$2" | while read -r table; do
        echo "copy \"$table\" to stdout \\g |sha256sum | cut -d' ' -f1 | sed 's/\$/ $table/' >>\"\$TUODI_WORK/sums\""
      done
      echo '\o :judged'
      balances "$2"
      echo '\o'
      echo 'commit;'
    } >"$work/script"
    psql -X -q -A -t -v ON_ERROR_STOP=1 -v judged="$work/judged" -d "$2" -f "$work/script" ||
      { rm -f "$3"; exit 1; }
    [ -e "$work/dumped" ] || { rm -f "$3"; fail 1 "$3: 没有备份 / the copy was not made"; }
    (compare "$3" "$work/sums") || { rm -f "$3"; exit 1; }
    { echo "$(sum_of "$3") $FILE"; cat "$work/sums"; } >"$3.sums"
    judge "$work/judged"
    ;;
  verify)
    [ $# -eq 2 ] || usage
    [ -e "$2.sums" ] || fail 2 "$2.sums: 没有这个文件，无法核对 / no such file, so that nothing can be compared"
    compare "$2" "$2.sums"
    echo "$2: 与备份时的内容一致 / is what it was when it was made"
    ;;
  restore)
    [ $# -eq 3 ] || usage
    [ "$(ask "$3" "select count(*) from information_schema.tables where table_name = 'account'")" = 0 ] ||
      fail 2 "$3: 已有账户 / there are accounts already"
    if [ -e "$2.sums" ]; then
      compare "$2" "$2.sums"
    else
      echo "$2.sums: 没有这个文件，未核对备份 / no such file: the copy was not compared" >&2
    fi
    pg_restore --no-owner --no-privileges --no-tablespaces --exit-on-error --single-transaction -d "$3" "$2"
    require_accounts "$3"
    balances "$3" >"$work/script"
    psql -X -q -A -t -v ON_ERROR_STOP=1 -d "$3" -f "$work/script" >"$work/judged"
    judge "$work/judged"
    ;;
  *) usage ;;
esac
