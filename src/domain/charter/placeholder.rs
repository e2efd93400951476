//! The fields of scripts.

use crate::words::closed_set;

closed_set! {
    /// A field of a script, `{department}`, that a name is put into; its own name stands where that is unknown.
    Placeholder {
        /// The speaker's department.
        Department = "department", "[부서]", "[department]";
        /// The speaker's name.
        Name = "name", "[이름]", "[name]";
        /// The counter's telephone; the speaker's where no counter is known.
        Phone = "phone", "[전화번호]", "[number]";
        Counter = "counter", "[창구]", "[counter]";
        CounterDepartment = "counter_department", "[부서]", "[department]";
        /// The officer asked for; the counter's where none was.
        Officer = "officer", "[담당자]", "[officer]";
        Mobile = "mobile", "[휴대전화]", "[mobile]";
        Deputy = "deputy", "[대행자]", "[deputy]";
    }
}
