//! A practice desk with believable cases, made with the commands a clerk would give.
