"""A village market to practise in: orders, stock, couriers and the cash book. No real payment, ever."""

from lentera.market.events import Event
from lentera.market.goods import Batch, Product, Shop, sample_shop, shop_from_catalogue
from lentera.market.names import Deed, Method, Role, State
from lentera.market.orders import Order
from lentera.market.play import Market, apply, coming, replay, why_not
from lentera.market.refusal import MarketError

__all__ = [
    "Batch",
    "Deed",
    "Event",
    "Market",
    "MarketError",
    "Method",
    "Order",
    "Product",
    "Role",
    "Shop",
    "State",
    "apply",
    "coming",
    "replay",
    "sample_shop",
    "shop_from_catalogue",
    "why_not",
]
