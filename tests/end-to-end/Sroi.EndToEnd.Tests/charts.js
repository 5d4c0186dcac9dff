// What the charts of a page came to be, as JSON. Texts are compared in the live chart and in the still picture that print and e-mail show.
() => {
    // Anti-aliasing and the room above capital letters: less than this is not seen.
    const tolerance = 3;

    // Each line of a text by itself: a box about several lines would have room in it that is empty.
    const lines = (svg) => {
        const walker = document.createTreeWalker(svg, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walker.nextNode()) {
            const node = walker.currentNode;
            if (!node.parentElement.closest('text') || !node.data.trim()) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            const box = range.getBoundingClientRect();
            const isSeen = getComputedStyle(node.parentElement).visibility !== 'hidden' && box.width > 0;
            if (isSeen) found.push({ text: node.data.trim(), box });
        }
        return found;
    };

    const overlap = (a, b) =>
        Math.min(Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

    const collisions = (svgs, place) => {
        const all = svgs.flatMap(lines);
        const edge = place.getBoundingClientRect();
        const out = all
            .filter(({ box }) => box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1)
            .map(({ text }) => `'${text}' runs out of the chart`);
        const on = all.flatMap((one, i) =>
            all.slice(i + 1)
                .map((other) => ({ other, by: overlap(one.box, other.box) }))
                .filter(({ by }) => by > tolerance)
                .map(({ other, by }) => `'${one.text}' and '${other.text}' lie on one another by ${by.toFixed(0)} pixels`));
        return [...out, ...on];
    };

    // Of the still pictures that of this width is seen.
    const stillCollisions = (still) => {
        if (still === null) return [];
        const was = still.hidden;
        still.hidden = false;
        const found = [...still.querySelectorAll('svg')]
            .filter((svg) => svg.getClientRects().length > 0)
            .flatMap((svg) => collisions([svg], svg));
        still.hidden = was;
        return found;
    };

    const answers = [...document.querySelectorAll('.sroi-interval svg')].map((svg) => ({
        name: 'answer',
        hasDrawn: true,
        stillIsHidden: true,
        collisions: [],
        stillCollisions: collisions([svg], svg),
    }));

    const charts = [...document.querySelectorAll('figure[data-sroi-chart]')].map((figure) => {
        const live = figure.querySelector('.sroi-live');
        const still = figure.querySelector('.sroi-still');
        return {
            name: figure.dataset.sroiChart.replace(/-[0-9a-f]{12}$/, ''),
            hasDrawn: figure.querySelector('.js-plotly-plot .main-svg') !== null,
            stillIsHidden: still === null || still.getClientRects().length === 0,
            collisions: collisions([...live.querySelectorAll('.main-svg')], live),
            stillCollisions: stillCollisions(still),
        };
    });

    return JSON.stringify({ charts, answers });
}
