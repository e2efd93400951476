//! The closed sets of words of a charter: the id written in files and its two names.

use crate::words::closed_set;

closed_set! {
    /// The way by which a matter reaches the desk.
    Channel {
        Visit = "visit", "방문", "visit";
        Phone = "phone", "전화", "phone";
        Post = "post", "우편", "post";
        Fax = "fax", "팩스", "fax";
        Web = "web", "인터넷", "web";
        Email = "email", "이메일", "e-mail";
        Epeople = "epeople", "국민신문고", "e-People";
    }
}

impl Channel {
    /// True for what comes in as an electronic document, which is passed on electronically (decree art. 13(4)).
    pub const fn is_electronic(self) -> bool {
        match self {
            Self::Web | Self::Email | Self::Epeople => true,
            Self::Visit | Self::Phone | Self::Post | Self::Fax => false,
        }
    }
}

closed_set! {
    /// The kind of case that the law knows (Civil Petitions Treatment Act art. 2), with one for what is no petition.
    CaseKind {
        /// 고충민원: 7 days (decree art. 17).
        Grievance = "grievance", "고충민원", "grievance";
        /// 질의민원 on law: 14 days (decree art. 14).
        InquiryLaw = "inquiry-law", "질의민원(법령)", "inquiry on law";
        /// 질의민원 on procedure: 7 days (decree art. 14).
        InquiryProcedure = "inquiry-procedure", "질의민원(제도·절차)", "inquiry on procedure";
        /// 건의민원: 14 days (decree art. 15).
        Proposal = "proposal", "건의민원", "proposal";
        /// 기타민원: immediately, which is 3 working hours (decree art. 16, 19).
        Other = "other", "기타민원", "other petition";
        /// 법정민원: the period that the public table gives (act art. 17).
        Statutory = "statutory", "법정민원", "statutory petition";
        /// Praise, anonymous reports and whatever is no petition: no period of the law.
        NotAPetition = "not-a-petition", "비민원", "not a petition";
    }
}

closed_set! {
    /// The topic of a matter: a category has some, a promise may apply to some only.
    Topic {
        Complaint = "complaint", "불만", "complaint";
        Inconvenience = "inconvenience", "불편", "inconvenience";
        Suggestion = "suggestion", "제안·건의", "suggestion";
        Praise = "praise", "칭찬", "praise";
        Discourtesy = "discourtesy", "불친절", "discourtesy";
        /// Dissatisfaction with a result.
        Dissatisfaction = "dissatisfaction", "불만족", "dissatisfaction";
        Improvement = "improvement", "개선", "improvement";
        Question = "question", "질의", "question";
        /// A report (corruption, privacy breach, budget waste ...).
        Report = "report", "신고", "report";
    }
}

closed_set! {
    /// What the law takes a case for, as far as promises ask for it; what is no petition is neither.
    Matter {
        /// Any petition of a known person but a statutory one.
        Petition = "petition", "법정민원이 아닌 민원", "any petition but a statutory one";
        Statutory = "statutory", "법정민원", "statutory petition";
    }
}

closed_set! {
    /// Where a fault of the service happened, whatever the way by which it was complained of.
    Happened {
        Phone = "phone", "전화", "on the telephone";
        /// At the counter of the body.
        Counter = "counter", "창구", "at the counter";
        /// In what the body wrote.
        Letter = "letter", "문서", "in a letter";
        /// On the body's web site.
        Web = "web", "인터넷", "on the web site";
        Other = "other", "그 밖", "elsewhere";
    }
}

closed_set! {
    /// Who set the limit.
    Source {
        Charter = "charter", "헌장", "charter";
        Statute = "statute", "법정", "law";
        /// The ladder of the house, which the charter does not promise.
        House = "house", "자체", "house";
    }
}
