//! Where labels stand. Each says beside what it wants to be; places near its mark are tried in
//! order, then places further off with a leader line. A label never covers a mark, a line, an
//! axis label or another label, even were its font wider by [`SLACK`].

use super::occupied::Occupied;
use super::scene::{Anchor, Area, Colour, Form, Paint, Role, Scene, Shape, Spot, Text};
use super::style::Style;
use super::text::{self, Face, LINE, Line, SLACK};

/// A label that has yet to find its place.
pub(super) struct Wish<'c> {
    pub figure: Option<&'c str>,
    pub role: Role,
    pub colour: Colour,
    pub words: Words<'c>,
    pub place: Place,
    pub required: bool,
    /// The greater, the sooner it is placed.
    pub priority: u8,
}

/// What a label says: a value with its sources, and a line below.
pub(super) struct Words<'c> {
    pub text: &'c str,
    pub cite: &'c str,
    pub below: &'c str,
    pub face: Face,
    /// The widest a line should be.
    pub room: f64,
}

/// Where a label wants to be.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    /// Near a mark: its box, its middle, and the sides to try in this order.
    Beside { around: Area, centre: Spot, sides: &'static [Side] },
    /// Beside a line from one end to the other.
    Along { from: Spot, to: Spot },
    /// On either side of an upright line or band, the higher the better.
    Upright { left: f64, right: f64, top: f64, bottom: f64 },
    /// Centred above a point of the base line.
    Over(Spot),
}

/// Where a label stands, seen from its mark; the two in the middle of a name are flush with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Above,
    AboveRight,
    AboveLeft,
    Right,
    RightAbove,
    RightBelow,
    Left,
    LeftAbove,
    LeftBelow,
    Below,
    BelowRight,
    BelowLeft,
}

/// What the labels of one panel must not cover.
pub(super) struct Ground {
    region: Area,
    solid: Occupied,
    lines: Occupied,
    grid: Vec<f64>,
}

/// Between a mark and its label, upright and sideways.
const ABOVE: f64 = 3.0;
const ASIDE: f64 = 5.0;
/// Kept free on both sides of a label.
const MARGIN: f64 = 2.0;

impl Ground {
    /// Of the shapes already drawn in a panel.
    pub fn of(shapes: &[Shape], region: Area) -> Ground {
        let empty = Occupied::new(region);
        let mut ground = Ground { region, lines: empty.clone(), solid: empty, grid: Vec::new() };
        for shape in shapes {
            ground.take(shape);
        }
        ground
    }

    fn take(&mut self, shape: &Shape) {
        match (shape.role, &shape.form) {
            (Role::Grid, Form::Line(from, _)) => self.grid.push(from.y),
            (Role::Band | Role::Backing, _) => {}
            (_, Form::Text(text)) => self.solid.fill(&text.area(SLACK)),
            (Role::Line, Form::Polyline(spots)) => {
                for pair in spots.windows(2) {
                    self.lines.stroke(pair[0], pair[1], 4.0);
                }
            }
            (Role::Mark, _) => self.solid.fill(&shape.area().grown(0.5)),
            (_, Form::Line(from, to)) => self.lines.stroke(*from, *to, 3.0),
            _ => {}
        }
    }

    fn free(&self, area: &Area, margin: f64) -> bool {
        let wide = Area { left: area.left - margin, right: area.right + margin, ..*area };
        self.region.contains(area) && self.solid.free(&wide) && self.lines.free(&wide)
    }

    fn crosses_grid(&self, area: &Area) -> bool {
        self.grid.iter().any(|y| area.top + 1.0 < *y && *y < area.bottom - 1.0)
    }
}

/// The lines of a label, measured.
struct Block {
    lines: Vec<(Line, Face)>,
    /// With slack.
    width: f64,
    height: f64,
}

impl Block {
    fn of(mut lines: Vec<(Line, Face)>) -> Block {
        lines.retain(|(line, _)| !line.content.is_empty());
        let width = lines.iter().map(|(line, _)| line.width * SLACK).fold(0.0, f64::max);
        let last = lines.last().map_or(0.0, |(_, face)| face.size * (text::ASCENT + text::DESCENT));
        let above: f64 = lines.iter().rev().skip(1).map(|(_, face)| face.size * LINE).sum();
        Block { lines, width, height: above + last }
    }
}

impl Words<'_> {
    /// As few lines as the room allows.
    fn wide(&self, below: Face) -> Block {
        let blank = if self.text.is_empty() || self.cite.is_empty() { "" } else { " " };
        let first = format!("{}{blank}{}", self.text, self.cite);
        self.block(&[&first], below, self.room)
    }

    /// Narrower: the sources on a line of their own, or what there is in two lines.
    fn narrow(&self, below: Face) -> Option<Block> {
        if !self.cite.is_empty() {
            return Some(self.block(&[self.text, self.cite], below, self.room / 1.5));
        }
        let wide = text::width(self.text, self.face.size, self.face.bold) * SLACK;
        let two = self.text.contains(' ') && wide > 40.0;
        two.then(|| self.block(&[self.text], below, wide * 0.62))
    }

    fn block(&self, parts: &[&str], below: Face, room: f64) -> Block {
        let mut lines = Vec::with_capacity(parts.len() + 1);
        let mut set = |part: &str, face: Face| {
            let line = Line::new(part, face);
            if line.width * SLACK <= room {
                lines.push((line, face));
            } else {
                let wrapped = text::wrap(part, face, room, text::Shape::Even);
                lines.extend(wrapped.into_iter().map(|line| (line, face)));
            }
        };
        parts.iter().for_each(|part| set(part, self.face));
        if !self.below.is_empty() {
            set(self.below, below);
        }
        Block::of(lines)
    }
}

/// A label that has found its place.
struct Found {
    block: Block,
    area: Area,
    anchor: Anchor,
    leader: Option<(Spot, Spot)>,
}

/// How hard to try: with each round the plot is taller, and labels may go further.
#[derive(Clone, Copy, Debug)]
pub(super) struct Effort(pub u32);

impl Effort {
    fn reach(self) -> f64 {
        110.0 + 70.0 * f64::from(self.0)
    }

    /// Any free spot will do, whatever its leader line crosses.
    fn desperate(self) -> bool {
        self.0 >= 4
    }
}

/// Places every label and draws it. The words of a required label without a place are the error.
pub(super) fn place(
    mut wishes: Vec<Wish>,
    mut ground: Ground,
    effort: Effort,
    style: &Style,
    scene: &mut Scene,
) -> Result<(), String> {
    wishes.sort_by_key(|wish| std::cmp::Reverse((wish.required, wish.priority)));
    let mut placed = Vec::with_capacity(wishes.len());
    for wish in &wishes {
        match find(wish, &ground, effort, style) {
            Some(found) => {
                ground.solid.fill(&found.area);
                if let Some((from, to)) = found.leader {
                    ground.solid.stroke(from, to, 2.0);
                }
                placed.push((wish, found));
            }
            None if wish.required => return Err(wish.words.text.to_string()),
            None => {}
        }
    }
    for (_, found) in &placed {
        draw_ground(found, &ground, style, scene);
    }
    for (wish, found) in placed {
        draw_words(wish, found, scene);
    }
    Ok(())
}

fn draw_ground(found: &Found, ground: &Ground, style: &Style, scene: &mut Scene) {
    if let Some((from, to)) = found.leader {
        let paint = Paint::stroke(style.theme.axis, 1.0);
        scene.shapes.push(Shape::new(Role::Leader, Form::Line(from, to), paint));
    }
    if ground.crosses_grid(&found.area) {
        let width = found.block.width / SLACK;
        let left = found.area.left + (found.area.width() - width) * found.anchor.share();
        let area = Area { left: left - 2.0, right: left + width + 2.0, ..found.area };
        let paint = Paint::fill(scene.background);
        scene.shapes.push(Shape::new(Role::Backing, Form::Rect(area), paint));
    }
}

fn draw_words(wish: &Wish, found: Found, scene: &mut Scene) {
    let x = found.area.left + found.area.width() * found.anchor.share();
    let mut y = found.area.top;
    for (line, face) in found.block.lines {
        let text = Text {
            content: line.content,
            at: Spot { x, y: y + face.size * text::ASCENT },
            anchor: found.anchor,
            size: face.size,
            bold: face.bold,
            width: line.width,
        };
        y += face.size * LINE;
        let mut shape = Shape::new(wish.role, Form::Text(text), Paint::fill(wish.colour));
        shape.figure = wish.figure.map(str::to_string);
        scene.shapes.push(shape);
    }
}

fn find(wish: &Wish, ground: &Ground, effort: Effort, style: &Style) -> Option<Found> {
    let wide = wish.words.wide(style.below);
    match wish.place {
        Place::Beside { around, centre, sides } => {
            let margin = if wish.required { MARGIN } else { 8.0 };
            if let Some((area, anchor)) = beside(&wide, around, centre, sides, ground, margin) {
                return Some(Found { block: wide, area, anchor, leader: None });
            }
            if !wish.required {
                return None;
            }
            if let Some(narrow) = wish.words.narrow(style.below)
                && let Some((area, anchor)) = beside(&narrow, around, centre, sides, ground, margin)
            {
                return Some(Found { block: narrow, area, anchor, leader: None });
            }
            far(wide, around, ground, effort)
        }
        Place::Along { from, to } => {
            if let Some((area, anchor)) = along(&wide, from, to, ground) {
                return Some(Found { block: wide, area, anchor, leader: None });
            }
            let middle = Spot { x: (from.x + to.x) / 2.0, y: (from.y + to.y) / 2.0 };
            let around = Area { left: middle.x, right: middle.x, top: middle.y, bottom: middle.y };
            far(wide, around, ground, effort)
        }
        Place::Upright { left, right, top, bottom } => {
            let upright = |block: Block| {
                let (area, anchor) = upright(&block, left, right, top, bottom, ground)?;
                Some(Found { block, area, anchor, leader: None })
            };
            let narrow = || wish.words.narrow(style.below).and_then(upright);
            upright(wide).or_else(narrow)
        }
        Place::Over(spot) => {
            let over = |block: Block| {
                let area = over(&block, spot, ground)?;
                Some(Found { block, area, anchor: Anchor::Middle, leader: None })
            };
            let narrow = wish.words.narrow(style.below);
            over(wide).or_else(|| narrow.and_then(over))
        }
    }
}

/// The first free place at a mark; one that crosses a grid line counts as two places later.
fn beside(
    block: &Block,
    around: Area,
    centre: Spot,
    sides: &[Side],
    ground: &Ground,
    margin: f64,
) -> Option<(Area, Anchor)> {
    let mut best: Option<(usize, Area, Anchor)> = None;
    for (rank, side) in sides.iter().enumerate() {
        if best.as_ref().is_some_and(|(cost, ..)| *cost <= rank) {
            break;
        }
        let (area, anchor) = at_side(*side, block, around, centre, ground.region);
        if !ground.free(&area, margin) {
            continue;
        }
        let cost = rank + if ground.crosses_grid(&area) { 2 } else { 0 };
        if best.as_ref().is_none_or(|(least, ..)| cost < *least) {
            best = Some((cost, area, anchor));
        }
    }
    best.map(|(_, area, anchor)| (area, anchor))
}

fn at_side(side: Side, block: &Block, around: Area, centre: Spot, region: Area) -> (Area, Anchor) {
    use Side::*;
    let (width, height) = (block.width, block.height);
    let top = match side {
        Above | AboveRight | AboveLeft => around.top - ABOVE - height,
        Below | BelowRight | BelowLeft => around.bottom + ABOVE,
        Right | Left => centre.y - height / 2.0,
        RightAbove | LeftAbove => centre.y - height - 1.0,
        RightBelow | LeftBelow => centre.y + 1.0,
    };
    let (left, anchor) = match side {
        Above | Below => (centre.x - width / 2.0, Anchor::Middle),
        AboveRight | BelowRight => (centre.x - 8.0, Anchor::Start),
        AboveLeft | BelowLeft => (centre.x + 8.0 - width, Anchor::End),
        Right | RightAbove | RightBelow => (around.right + ASIDE, Anchor::Start),
        Left | LeftAbove | LeftBelow => (around.left - ASIDE - width, Anchor::End),
    };
    // Near an edge a label above or below slides inwards as long as it stays over its mark.
    let left = match side {
        Above | Below => {
            let inside = left.min(region.right - width).max(region.left);
            inside.clamp(centre.x - width + 6.0, (centre.x - 6.0).max(centre.x - width + 6.0))
        }
        _ => left,
    };
    (Area { left, top, right: left + width, bottom: top + height }, anchor)
}

/// A free place further off, the nearest first, with a leader line that crosses no label or mark.
fn far(block: Block, around: Area, ground: &Ground, effort: Effort) -> Option<Found> {
    let centre =
        Spot { x: (around.left + around.right) / 2.0, y: (around.top + around.bottom) / 2.0 };
    let mut distance: f64 = 12.0;
    while distance <= effort.reach() {
        for direction in DIRECTIONS {
            let near = edge(around, centre, direction);
            let at =
                Spot { x: near.x + direction.0 * distance, y: near.y + direction.1 * distance };
            let left = at.x - block.width * (1.0 - direction.0) / 2.0;
            let top = at.y - block.height * (1.0 - direction.1) / 2.0;
            let area = Area { left, top, right: left + block.width, bottom: top + block.height };
            if !ground.free(&area, MARGIN) {
                continue;
            }
            let anchor = anchor_of(direction.0);
            let leader = leader(around, &area, anchor, &block);
            if ground.solid.clear(leader.0, leader.1) {
                return Some(Found { block, area, anchor, leader: Some(leader) });
            }
        }
        distance *= 1.22;
    }
    if effort.desperate() { anywhere(block, around, centre, ground) } else { None }
}

/// The nearest free spot of the whole panel.
fn anywhere(block: Block, around: Area, centre: Spot, ground: &Ground) -> Option<Found> {
    let region = ground.region;
    let mut best: Option<(f64, Area)> = None;
    let mut top = region.top;
    while top + block.height <= region.bottom {
        let mut left = region.left;
        while left + block.width <= region.right {
            let area = Area { left, top, right: left + block.width, bottom: top + block.height };
            let (dx, dy) =
                (left + block.width / 2.0 - centre.x, top + block.height / 2.0 - centre.y);
            let distance = dx * dx + dy * dy;
            if best.as_ref().is_none_or(|(least, _)| distance < *least) && ground.free(&area, 0.0) {
                best = Some((distance, area));
            }
            left += 6.0;
        }
        top += 4.0;
    }
    let (_, area) = best?;
    let leader = leader(around, &area, Anchor::Middle, &block);
    Some(Found { block, area, anchor: Anchor::Middle, leader: Some(leader) })
}

/// Twelve ways out, upwards first.
const DIRECTIONS: [(f64, f64); 12] = [
    (0.0, -1.0),
    (0.5, -0.87),
    (-0.5, -0.87),
    (0.87, -0.5),
    (-0.87, -0.5),
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.87, 0.5),
    (-0.87, 0.5),
    (0.5, 0.87),
    (-0.5, 0.87),
    (0.0, 1.0),
];

fn anchor_of(dx: f64) -> Anchor {
    match dx {
        dx if dx > 0.3 => Anchor::Start,
        dx if dx < -0.3 => Anchor::End,
        _ => Anchor::Middle,
    }
}

/// The spot of the box around a mark that lies in a direction.
fn edge(around: Area, centre: Spot, (dx, dy): (f64, f64)) -> Spot {
    Spot { x: centre.x + dx * around.width() / 2.0, y: centre.y + dy * around.height() / 2.0 }
}

/// From the mark to the nearest spot of the text as it is measured, not of its slack.
fn leader(around: Area, area: &Area, anchor: Anchor, block: &Block) -> (Spot, Spot) {
    let width = block.width / SLACK;
    let left = area.left + (area.width() - width) * anchor.share();
    let text = Area { left, right: left + width, ..*area };
    let centre =
        Spot { x: (around.left + around.right) / 2.0, y: (around.top + around.bottom) / 2.0 };
    let to = Spot {
        x: centre.x.clamp(text.left + 1.0, text.right - 1.0),
        y: centre.y.clamp(text.top + 1.0, text.bottom - 2.0),
    };
    let near = around.grown(3.5);
    let from = Spot { x: to.x.clamp(near.left, near.right), y: to.y.clamp(near.top, near.bottom) };
    (from, to)
}

/// Above or below the line, from its middle outwards.
fn along(block: &Block, from: Spot, to: Spot, ground: &Ground) -> Option<(Area, Anchor)> {
    let (width, height) = (block.width, block.height);
    let rising = to.y < from.y - 8.0;
    let falling = to.y > from.y + 8.0;
    for share in [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82] {
        let at = Spot { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
        for above in [true, false] {
            let (left, anchor) = match (rising, falling, above) {
                (true, _, true) | (_, true, false) => (at.x - 7.0 - width, Anchor::End),
                (true, _, false) | (_, true, true) => (at.x + 7.0, Anchor::Start),
                _ => (at.x - width / 2.0, Anchor::Middle),
            };
            let top = match (rising || falling, above) {
                (true, true) => at.y - height,
                (true, false) => at.y,
                (false, true) => at.y - 4.0 - height,
                (false, false) => at.y + 4.0,
            };
            let area = Area { left, top, right: left + width, bottom: top + height };
            if ground.free(&area, MARGIN) {
                return Some((area, anchor));
            }
        }
    }
    None
}

fn upright(
    block: &Block,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    ground: &Ground,
) -> Option<(Area, Anchor)> {
    let mut y = top;
    while y + block.height <= bottom {
        for (x, anchor) in
            [(right + ASIDE, Anchor::Start), (left - ASIDE - block.width, Anchor::End)]
        {
            let area = Area { left: x, top: y, right: x + block.width, bottom: y + block.height };
            if ground.free(&area, 0.0) {
                return Some((area, anchor));
            }
        }
        y += 4.0;
    }
    None
}

fn over(block: &Block, spot: Spot, ground: &Ground) -> Option<Area> {
    let left = spot.x - block.width / 2.0;
    let left = left.min(ground.region.right - block.width).max(ground.region.left);
    let mut bottom = spot.y - 3.0;
    while bottom - block.height >= ground.region.top {
        let area = Area { left, top: bottom - block.height, right: left + block.width, bottom };
        if ground.free(&area, 0.0) {
            return Some(area);
        }
        bottom -= 6.0;
    }
    None
}
