#!/bin/sh
# Copies the database of year accounts, and puts a copy into an empty database; a service may go on meanwhile.
#   accounts-backup.sh backup  ADDRESS COPY    COPY must not exist
#   accounts-backup.sh restore COPY ADDRESS    the database must have no accounts
# ADDRESS is one of PostgreSQL, such as postgresql://tuodi@db:5432/tuodi; the password comes from PGPASSWORD or .pgpass.
# Needs pg_dump, pg_restore and psql of the server's version or later. Both end with 1 where a balance is not the sum of
# its entries, and tell how many bookings there are: what was booked after a copy is not in it.
set -eu
umask 077

usage() {
  sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
  exit 2
}

ask() { # ADDRESS SQL
  psql -X -q -A -t -v ON_ERROR_STOP=1 -d "$1" -c "$2"
}

verify() { # ADDRESS
  amounts=$(ask "$1" "select string_agg(column_name, ',' order by ordinal_position) from information_schema.columns
    where table_schema = current_schema() and table_name = 'entry' and data_type = 'bigint'
    and column_name not in ('entry_id', 'booking_id', 'account_id')")
  sums=$(echo "$amounts" | sed 's/[a-z_]\{1,\}/sum(&)/g')
  wrong=$(ask "$1" "select count(*) from (select account_id, $amounts from account where version > 0 except
    select account_id, $sums from entry group by account_id) differing")
  [ "$wrong" = 0 ] || { echo "$wrong 个账户的余额与记账不符 / accounts whose balance is not the sum of its entries" >&2; exit 1; }
  ask "$1" "select count(*) || ' 次记账 / bookings' from booking"
}

[ $# -eq 3 ] || usage
case $1 in
  backup)
    [ ! -e "$3" ] || { echo "$3: 已存在 / exists already" >&2; exit 2; }
    pg_dump -Fc --no-owner --no-privileges --no-tablespaces -f "$3" -d "$2" || { rm -f "$3"; exit 1; }
    verify "$2"
    ;;
  restore)
    [ "$(ask "$3" "select count(*) from information_schema.tables where table_name = 'account'")" = 0 ] ||
      { echo "$3: 已有账户 / there are accounts already" >&2; exit 2; }
    pg_restore --no-owner --no-privileges --no-tablespaces --exit-on-error --single-transaction -d "$3" "$2"
    verify "$3"
    ;;
  *) usage ;;
esac
