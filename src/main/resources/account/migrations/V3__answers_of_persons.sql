-- Whose an answer is, so that it is erased with the person's year. Those of the version before, which do not say so, are
-- forgotten within a day.
alter table answer add column person_id varchar(128);
create index answer_of_person on answer (person_id);
