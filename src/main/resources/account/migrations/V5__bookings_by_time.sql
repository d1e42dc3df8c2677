-- Bookings of a period, to be added up.
create index booking_by_time on booking (booked_at);
