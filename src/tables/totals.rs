//! Rows that are sums of others.

/// Does a cell say that its row is a sum?
pub fn is_total(cell: &str) -> bool {
    let cell = cell.trim_end_matches(':').to_lowercase();
    matches!(
        cell.as_str(),
        "total"
            | "totals"
            | "all"
            | "grand total"
            | "sum"
            | "overall"
            | "all years"
            | "all periods"
            | "sub-total"
            | "subtotal"
            | "overall total"
            | "total all"
    ) || cell.ends_with(" total")
}
