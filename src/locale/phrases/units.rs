use crate::locale::phrase::phrases;

phrases! {
    /// What is said of units: signs behind numbers, scales, the names of currencies.
    Units {
        thousand(number),
        /// Where there is little room.
        short_million(number),
        short_billion(number),
        short_trillion(number),
        /// Behind as many percentage points as the second place says.
        points(number, count),
        celsius(number),
        fahrenheit(number),
        /// A unit that is nothing but a scale.
        thousands,
        /// A unit that is nothing but a sign, in words.
        degrees_celsius,
        degrees_fahrenheit,
        pounds,
        euros,
        us_dollars,
        dollars,
        australian_dollars,
        canadian_dollars,
        new_zealand_dollars,
        hong_kong_dollars,
        singapore_dollars,
        yen,
        yuan,
        swiss_francs,
        swedish_kronor,
        norwegian_kroner,
        danish_kroner,
        zlotys,
        czech_koruna,
        rupees,
        rand,
        reais,
        won,
        lira,
        shekels,
        hryvnias,
        naira,
    }
}
