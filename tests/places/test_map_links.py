"""Links to maps as the apps share them: the point is in the link, or nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.places import Point
from bot.places.coordinates import read_coordinates

HERE = Point(50.25, 28.66)
PLACE = "https://www.google.com/maps/place/Zhytomyr/@50.3547,28.7587,13z"


@pytest.mark.parametrize(
    "link",
    [
        "geo:50.25,28.66?z=15",
        "geo:50.25,28.66,120;u=35",
        "geo:0,0?q=50.25,28.66(Житомир)",
        "https://www.google.com/maps/@50.25,28.66,15z",
        "https://www.google.com.ua/maps/@50.25,28.66,15z?entry=ttu",
        "https://www.google.com/maps?q=50.25,28.66",
        "https://maps.google.com/?q=50.25,28.66",
        "https://maps.google.com/maps?q=loc:50.25,28.66",
        "https://www.google.com/maps/search/?api=1&query=50.25%2C28.66",
        "https://www.google.com/maps/search/50.25,+28.66?entry=tts",
        "https://www.google.com/maps/place/50.25,28.66/@50.35,28.76,17z",
        "https://www.google.com/maps/dir/?api=1&destination=50.25,28.66",
        "https://www.google.com/maps/place/Zhytomyr/@50.25,28.66,13z",
        f"{PLACE}/data=!3m1!4b1!4m6!3m5!1s0x472c64:0x1!8m2!3d50.25!4d28.66!16zL20vMDJ2N2Y",
        "https://www.google.com/maps/@?api=1&map_action=map&center=50.25%2C28.66&zoom=12",
        "https://www.google.com/maps/dir/50.40,30.50/50.25,28.66/@50.35,28.76,15z",
        "https://map.example/maps/?ll=28.66%2C50.25&z=12",  # longitude first
        "https://map.example/#11/50.25/28.66",
        "https://maps.google.com/maps?ll=50.25,28.66&z=12",
        "https://www.google.com/maps/dir//50.25,28.66",
        "https://www.google.com/maps/dir/50.40,30.50/50.25,28.66/",
        "https://map.example/maps/?pt=28.66,50.25&z=15",  # longitude first
        "https://map.example/maps/?whatshere[point]=28.66,50.25&whatshere[zoom]=17",
        "https://map.example/maps/?rtext=50.45,30.52~50.25,28.66",
        "https://www.bing.com/maps?cp=50.25~28.66&lvl=15",
        "https://www.bing.com/maps?sp=point.50.25_28.66_X",
        "https://wego.here.com/?map=50.25,28.66,15,normal",
        "https://share.here.com/l/50.25,28.66,Office?z=16",
        "https://maps.visicom.ua/c/28.66,50.25,15?lang=uk",
        "maps.visicom.ua/c/28.66,50.25,15",
        "https://map.example/?lon=28.66&zoom=3&lat=50.25",
        "https://map.example/#lang=uk&lat=50.25&lon=28.66&z=12",
        "https://map.example/zakladni?x=28.66&y=50.25&z=13",
        "https://map.example/city/geo/28.66,50.25",
        "lat=50.25&lon=28.66",
        "https://maps.apple.com/?ll=50.25,28.66",
        "https://maps.apple.com/?ll=50.25,28.66&q=%D0%9C%D1%96%D1%82%D0%BA%D0%B0",
        "https://maps.apple.com/?ll=50.35,28.76&q=50.25,28.66",
        "https://maps.apple.com/?q=50.25,28.66",
        "https://maps.apple.com/place?coordinate=50.25,28.66&name=X",
        "https://www.openstreetmap.org/?mlat=50.25&mlon=28.66#map=15/50.35/28.76",
        "https://www.openstreetmap.org/#map=15/50.25/28.66",
        "https://www.waze.com/ul?ll=50.25,28.66",
        "https://waze.com/ul?ll=50.25%2C28.66&navigate=yes",
        "https://www.waze.com/live-map/directions?to=ll.50.25%2C28.66",
        "waze://?ll=50.25,28.66",
        "maps.apple.com/?ll=50.25,28.66",
        "www.google.com/maps/@50.25,28.66,15z",
        "Ми тут: https://maps.google.com/?q=50.25,28.66.",
        "Площа Соборна\nЖитомир, Житомирська обл., 10000\nhttps://maps.google.com/?q=50.25,28.66",
        "50.25N 28.66E https://maps.app.goo.gl/abcDEF12",
        "https://maps.app.goo.gl/abcDEF12 https://maps.google.com/?q=50.25,28.66",
    ],
)
def test_the_point_of_a_link(link: str) -> None:
    assert read_coordinates(link) == HERE


@pytest.mark.parametrize(
    "text",
    [
        "https://maps.app.goo.gl/abcDEF12",
        "https://goo.gl/maps/5028",
        "https://www.openstreetmap.org/go/0EzT9--?m=",
        "https://waze.com/ul/hu8vn0b2",
        "https://www.google.com/maps/place/Zhytomyr",
        "https://www.google.com/maps/@95.25,28.66,15z",
        "https://maps.google.com/?q=5028,66",
        "geo:0,0?q=Zhytomyr+10",
        "https://example.org/2026/05/12/50.25-28.66",
        "Учора ввечері водій збив людину і втік, ось саме тут: https://maps.google.com/?q=50.25,28.66",
    ],
)
def test_no_point(text: str) -> None:
    assert read_coordinates(text) is None


@given(
    lat=st.floats(44.3, 52.4).map(lambda each: round(each, 6)),
    lon=st.floats(22.1, 40.3).map(lambda each: round(each, 6)),
    link=st.sampled_from(
        [
            "geo:{},{}",
            "https://www.google.com/maps/@{},{},15z",
            "https://maps.google.com/?q={}%2C{}",
            "https://maps.apple.com/?ll={},{}&q=X",
            "https://www.openstreetmap.org/?mlat={}&mlon={}#map=5/48/31",
            "https://www.openstreetmap.org/#map=15/{}/{}",
            "https://waze.com/ul?ll={},{}&navigate=yes",
            PLACE + "/data=!8m2!3d{}!4d{}",
        ]
    ),
)
def test_any_point_of_ukraine_in_a_link(lat: float, lon: float, link: str) -> None:
    assert read_coordinates(link.format(lat, lon)) == Point(lat, lon)
