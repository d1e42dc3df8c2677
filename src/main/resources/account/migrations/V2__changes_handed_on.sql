-- How far changes were handed on to receivers.
create table handed_on (receiver varchar(249) primary key, last_number bigint not null);
