//! The keys of one table of a story, each read once; an unread key is an error.

use crate::domain::{
    command::Values,
    party::{Behalf, Party},
};
use serde::{Deserialize, Deserializer, de::DeserializeOwned, de::Error};
use std::collections::BTreeMap;

pub(super) struct Keys(BTreeMap<String, toml::Value>);

/// Builds something from a table.
pub(super) fn read<'de, D: Deserializer<'de>, R>(
    deserializer: D,
    build: impl FnOnce(&mut Keys) -> Result<R, String>,
) -> Result<R, D::Error> {
    let mut keys = Keys(BTreeMap::deserialize(deserializer)?);
    let value = build(&mut keys).map_err(D::Error::custom)?;
    match keys.0.pop_first() {
        Some((key, _)) => Err(D::Error::custom(format!("nothing here takes '{key}'"))),
        None => Ok(value),
    }
}

impl Keys {
    /// A value where it was given.
    pub(super) fn given<T: DeserializeOwned>(&mut self, key: &str) -> Result<Option<T>, String> {
        let value = self.0.remove(key).map(toml::Value::try_into);
        value
            .transpose()
            .map_err(|error| format!("'{key}': {error}"))
    }

    /// A value that must be given.
    pub(super) fn needed<T: DeserializeOwned>(&mut self, key: &str) -> Result<T, String> {
        self.given(key)?
            .ok_or_else(|| format!("'{key}' is missing"))
    }

    /// A value that is empty where it is left out.
    pub(super) fn or_empty<T: DeserializeOwned + Default>(
        &mut self,
        key: &str,
    ) -> Result<T, String> {
        Ok(self.given(key)?.unwrap_or_default())
    }

    pub(super) fn party(&mut self) -> Result<Party, String> {
        Ok(Party {
            name: self.or_empty("name")?,
            phone: self.or_empty("phone")?,
            email: self.or_empty("email")?,
            address: self.or_empty("address")?,
            behalf: Behalf {
                proxy: self.or_empty("proxy")?,
                capacity: self.or_empty("capacity")?,
                organisation: self.or_empty("organisation")?,
                representative: self.or_empty("representative")?,
            },
        })
    }

    /// A value as a clerk would type it.
    pub(super) fn typed(&mut self, key: &str) -> Result<Option<String>, String> {
        let typed = |value| match value {
            toml::Value::Boolean(true) => Ok(Values::YES.to_owned()),
            toml::Value::Boolean(false) => Ok(String::new()),
            toml::Value::String(text) => Ok(text),
            toml::Value::Integer(number) => Ok(number.to_string()),
            toml::Value::Float(_)
            | toml::Value::Datetime(_)
            | toml::Value::Array(_)
            | toml::Value::Table(_) => Err(format!("'{key}': {value} is no value of an action")),
        };
        self.0.remove(key).map(typed).transpose()
    }
}
