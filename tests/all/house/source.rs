//! The sources of this crate, parsed: which file holds which module, which items a module defines,
//! what it imports, and which paths its code names.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Ident, Item, ItemMod, ItemUse, Meta, MetaList, UseTree, Visibility};

/// `["sourceline", "draw", "scene"]`: the library, or `["main", ..]`: the program.
pub type ModulePath = Vec<String>;

pub struct Source {
    pub modules: BTreeMap<ModulePath, Module>,
    /// Each file of `src/` that is reached from a root, with its number of lines.
    pub lines: BTreeMap<PathBuf, usize>,
}

pub struct Module {
    /// Relative to the crate: `src/draw/scene.rs`.
    pub file: PathBuf,
    /// Compiled for tests alone.
    pub of_tests: bool,
    pub children: Vec<String>,
    pub items: Vec<Defined>,
    pub imports: Vec<Import>,
    /// `use a::*`.
    pub globs: Vec<Import>,
    /// What the code names, imports apart.
    pub named: Vec<Named>,
}

pub struct Defined {
    pub name: String,
    pub line: usize,
    pub is_type: bool,
}

/// One leaf of a `use`: the name it brings, and the path as written.
pub struct Import {
    pub name: String,
    pub path: Named,
    /// Others may import it from here.
    pub passed_on: bool,
}

#[derive(Clone)]
pub struct Named {
    pub path: Vec<String>,
    pub line: usize,
}

/// Parsed once for all tests.
pub fn source() -> &'static Source {
    static SOURCE: LazyLock<Source> = LazyLock::new(Source::read);
    &SOURCE
}

impl Source {
    fn read() -> Source {
        let mut source = Source { modules: BTreeMap::new(), lines: BTreeMap::new() };
        for (root, name) in [("src/lib.rs", "sourceline"), ("src/main.rs", "main")] {
            source.add_file(Path::new(root), vec![name.to_string()], false);
        }
        source
    }

    fn add_file(&mut self, file: &Path, path: ModulePath, of_tests: bool) {
        let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let text = fs::read_to_string(&whole)
            .unwrap_or_else(|error| panic!("{}: {error}", whole.display()));
        let parsed =
            syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        self.lines.insert(file.to_path_buf(), text.lines().count());
        self.add_module(file, path, of_tests, &parsed.items);
    }

    fn add_module(&mut self, file: &Path, path: ModulePath, of_tests: bool, items: &[Item]) {
        let mut seen = Seen::default();
        for item in items {
            seen.visit_item(item);
            seen.items.extend(defined(item));
        }
        for child in &seen.modules {
            let name = child.ident.to_string();
            let inner = [&path[..], &[name]].concat();
            let of_tests = of_tests || child.attrs.iter().any(is_of_tests);
            match &child.content {
                Some((_, items)) => self.add_module(file, inner, of_tests, items),
                None => self.add_file(&file_of(&inner), inner, of_tests),
            }
        }
        let children = seen.modules.iter().map(|child| child.ident.to_string()).collect();
        let Seen { items, imports, globs, named, .. } = seen;
        let file = file.to_path_buf();
        self.modules
            .insert(path, Module { file, of_tests, children, items, imports, globs, named });
    }
}

/// `src/draw/scene.rs` or `src/draw/scene/mod.rs`.
fn file_of(path: &[String]) -> PathBuf {
    let stem: PathBuf = ["src"].into_iter().chain(path[1..].iter().map(String::as_str)).collect();
    let alone = stem.with_extension("rs");
    let exists = Path::new(env!("CARGO_MANIFEST_DIR")).join(&alone).exists();
    if exists { alone } else { stem.join("mod.rs") }
}

pub fn is_of_tests(attribute: &Attribute) -> bool {
    let Meta::List(list) = &attribute.meta else { return false };
    list.path.is_ident("cfg") && list.tokens.to_string() == "test"
}

fn defined(item: &Item) -> Option<Defined> {
    let (ident, is_type): (&Ident, bool) = match item {
        Item::Struct(item) => (&item.ident, true),
        Item::Enum(item) => (&item.ident, true),
        Item::Trait(item) => (&item.ident, true),
        Item::Type(item) => (&item.ident, true),
        Item::Union(item) => (&item.ident, true),
        Item::Fn(item) => (&item.sig.ident, false),
        Item::Const(item) => (&item.ident, false),
        Item::Static(item) => (&item.ident, false),
        Item::Macro(item) => (item.ident.as_ref()?, false),
        _ => return None,
    };
    Some(Defined { name: ident.to_string(), line: ident.span().start().line, is_type })
}

/// What one module holds, those within it apart.
#[derive(Default)]
struct Seen<'a> {
    modules: Vec<&'a ItemMod>,
    items: Vec<Defined>,
    imports: Vec<Import>,
    globs: Vec<Import>,
    named: Vec<Named>,
}

impl<'ast> Visit<'ast> for Seen<'ast> {
    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        self.modules.push(module);
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let passed_on = !matches!(item.vis, Visibility::Inherited);
        self.add_use(&item.tree, &mut Vec::new(), passed_on);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let line = path.segments.first().map_or(0, |first| first.ident.span().start().line);
        let idents = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.named.push(Named { path: idents, line });
        visit::visit_path(self, path);
    }

    /// Those of clap name types.
    fn visit_meta_list(&mut self, list: &'ast MetaList) {
        self.add_tokens(list.tokens.clone());
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.add_tokens(call.tokens.clone());
        visit::visit_macro(self, call);
    }
}

impl Seen<'_> {
    fn add_use(&mut self, tree: &UseTree, before: &mut Vec<String>, passed_on: bool) {
        let import = |ident: &Ident, name: String, last: Option<String>, before: &[String]| {
            let path = before.iter().cloned().chain(last).collect();
            let path = Named { path, line: ident.span().start().line };
            Import { name, path, passed_on }
        };
        match tree {
            UseTree::Path(one) => {
                before.push(one.ident.to_string());
                self.add_use(&one.tree, before, passed_on);
                before.pop();
            }
            UseTree::Group(group) => {
                for one in &group.items {
                    self.add_use(one, before, passed_on);
                }
            }
            UseTree::Name(one) if one.ident == "self" => {
                let name = before.last().cloned().unwrap_or_default();
                self.imports.push(import(&one.ident, name, None, before));
            }
            UseTree::Name(one) => {
                let name = one.ident.to_string();
                self.imports.push(import(&one.ident, name.clone(), Some(name), before));
            }
            UseTree::Rename(one) => {
                let last = Some(one.ident.to_string()).filter(|last| last != "self");
                self.imports.push(import(&one.ident, one.rename.to_string(), last, before));
            }
            UseTree::Glob(one) => {
                let line = one.star_token.spans[0].start().line;
                let path = Named { path: before.clone(), line };
                self.globs.push(Import { name: "*".to_string(), path, passed_on });
            }
        }
    }

    /// The paths among the tokens of a macro's call, which are not parsed.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let mut path: Option<Named> = None;
        // `.name` is a field or a method.
        let mut after_dot = false;
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    let line = ident.span().start().line;
                    match path.as_mut().filter(|_| colons == 2) {
                        Some(path) => path.path.push(ident.to_string()),
                        None => {
                            self.named.extend(path.take());
                            path =
                                (!after_dot).then(|| Named { path: vec![ident.to_string()], line });
                        }
                    }
                    (after_dot, colons) = (false, 0);
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => {
                    colons += 1;
                    after_dot = false;
                }
                other => {
                    self.named.extend(path.take());
                    colons = 0;
                    after_dot = matches!(&other, TokenTree::Punct(mark) if mark.as_char() == '.');
                    if let TokenTree::Group(group) = other {
                        self.add_tokens(group.stream());
                    }
                }
            }
        }
        self.named.extend(path);
    }
}
