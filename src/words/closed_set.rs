//! Closed sets of words: each with the id that is written in files and typed on the command line, and its two names.

/// Declares a closed set of words with the id used in files and on the command line, and its two names.
macro_rules! closed_set {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $id:literal, $ko:literal, $en:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize)]
        pub enum $name {
            $($(#[$vmeta])* #[serde(rename = $id)] $variant,)+
        }

        impl $name {
            /// Every member, in the order in which they are documented.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in charters, JSON and on the command line.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.id())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::words::NotAllowed;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|member| member.id() == text).ok_or_else(|| {
                    $crate::words::NotAllowed {
                        given: text.to_owned(),
                        allowed: Self::ALL.iter().map(|member| member.id().to_owned()).collect(),
                    }
                })
            }
        }

        impl $crate::words::Say for $name {
            fn say(&self, lang: $crate::words::Lang) -> String {
                match self { $(Self::$variant => $crate::words::Phrase::new($ko, $en)),+ }.get(lang).to_owned()
            }
        }
    };
}
pub(crate) use closed_set;

/// A word outside a closed set, with what is allowed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{given:?} is not one of: {}", allowed.join(", "))]
pub struct NotAllowed {
    pub given: String,
    pub allowed: Vec<String>,
}
