//! A macro for enums whose variants each have a row of constants: their name in a list, for example.

/// Declares an enum and its table at once, so that a variant without a row, or two tables in different order, cannot be
/// written. The enum gets `ALL`: every variant with its row, in order of declaration, so that `ALL[variant as usize]`
/// is the variant's own.
macro_rules! table_enum {
    (
        $(#[$outer:meta])*
        $visibility:vis enum $Enum:ident: $Row:ty {
            $($(#[$inner:meta])* $variant:ident = $row:expr,)*
        }
    ) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        $visibility enum $Enum {
            $($(#[$inner])* $variant,)*
        }

        impl $Enum {
            /// Every variant with its row, in order: `ALL[variant as usize]` is the variant's own.
            #[allow(dead_code, reason = "the rows of some enums are for the trainer alone")]
            $visibility const ALL: &[($Enum, $Row)] = &[$(($Enum::$variant, $row),)*];
        }
    };
}

pub(crate) use table_enum;

#[cfg(test)]
mod tests {
    table_enum! {
        /// A coin.
        enum Coin: u32 {
            Penny = 1,
            Shilling = 12,
        }
    }

    #[test]
    fn rows_stand_in_the_order_of_the_variants() {
        assert_eq!(Coin::ALL, &[(Coin::Penny, 1), (Coin::Shilling, 12)]);
        assert_eq!(Coin::ALL[Coin::Shilling as usize].1, 12);
    }
}
