-- Kinds of care that only some policies add up over the year. Programs before this step booked bills without them, and
-- would take them for nothing: they must not go on. What was paid is not held to these sums as to the others, since bills
-- that they booked are corrected by what both lack.
alter table account add column special_drug_eligible bigint not null default 0 check (special_drug_eligible >= 0);
alter table account add column ordinary_eligible bigint not null default 0 check (ordinary_eligible >= 0);
alter table account add column maternity_outpatient_eligible bigint not null default 0 check (maternity_outpatient_eligible >= 0);
alter table account add column special_drug_paid bigint not null default 0 check (special_drug_paid >= 0);
alter table account add column ordinary_paid bigint not null default 0 check (ordinary_paid >= 0);
alter table account add column maternity_outpatient_paid bigint not null default 0 check (maternity_outpatient_paid >= 0);
alter table entry add column special_drug_eligible bigint not null default 0;
alter table entry add column ordinary_eligible bigint not null default 0;
alter table entry add column maternity_outpatient_eligible bigint not null default 0;
alter table entry add column special_drug_paid bigint not null default 0;
alter table entry add column ordinary_paid bigint not null default 0;
alter table entry add column maternity_outpatient_paid bigint not null default 0;
update schema_serves set since = 6;
