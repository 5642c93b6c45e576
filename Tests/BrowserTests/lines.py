"""Lines to the server that are slow, or lose what goes over them: handlers for a page's routes."""


def held_back(visitor, path: str) -> list:
    """What the page posts to that path from now on, each waiting until it is let through."""
    posted = []

    def keep(route):
        is_sent = route.request.method == "POST" and route.request.resource_type != "fetch"
        return posted.append(route) if is_sent else route.continue_()

    visitor.page.route(f"**{path}", keep)
    return posted


def fail(status: int | None):
    """Posts reach nobody: no answer comes, or a proxy's with that status."""

    def answer(route):
        if route.request.method != "POST":
            return route.continue_()
        return route.fulfill(status=status, body="Service Unavailable") if status else route.abort()

    return answer


def lose(route):
    """Sends what is posted and loses the answer."""
    route.fetch(max_redirects=0)
    route.abort()
